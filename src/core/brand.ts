/** A type that looks like another and cannot be mistaken for it: an id of one thing is not an id of another. */
export type Brand<Value, Name extends string> = Value & { readonly brand: Name }
