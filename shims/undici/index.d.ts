declare const platformFetch: typeof globalThis.fetch;
export { platformFetch as fetch };
export declare const File: typeof globalThis.File;
export type File = InstanceType<typeof globalThis.File>;
export declare const FormData: typeof globalThis.FormData;
export type FormData = InstanceType<typeof globalThis.FormData>;
export declare const Headers: typeof globalThis.Headers;
export type Headers = InstanceType<typeof globalThis.Headers>;
export declare const Request: typeof globalThis.Request;
export type Request = InstanceType<typeof globalThis.Request>;
export declare const Response: typeof globalThis.Response;
export type Response = InstanceType<typeof globalThis.Response>;
export type RequestInit = NonNullable<Parameters<typeof globalThis.fetch>[1]>;
export type BodyInit = NonNullable<RequestInit["body"]>;
export type HeadersInit = NonNullable<RequestInit["headers"]>;
export type ResponseInit = NonNullable<
  ConstructorParameters<typeof globalThis.Response>[1]
>;
export type ReferrerPolicy = string;
export type RequestCache = string;
export type RequestMode = string;
export type RequestRedirect = string;
