"""The part of JSON Schema that packet.schema.json uses; a keyword beyond it is a fault, so that none
is written in vain."""

import re

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "required", "properties",
    "additionalProperties", "items", "enum", "const", "pattern", "minimum", "minItems", "anyOf",
}


def faults(value, schema, root, at="packet"):
    """What of a value is not as the schema says, each with its path."""
    unknown = sorted(schema.keys() - KNOWN)
    if unknown:
        return [f"{at}: unknown keyword {unknown[0]}"]
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema:
        return nearest(value, schema["anyOf"], root, at)
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        return [f"{at} is none of the choices"]
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or kind == "integer" and isinstance(value, bool)):
        return [f"{at} is no {kind}"]
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        return [f"{at} does not match {schema['pattern']}"]
    if isinstance(value, int) and value < schema.get("minimum", value):
        return [f"{at} is too small"]
    if isinstance(value, list):
        found = [f"{at} has too few items"] if len(value) < schema.get("minItems", 0) else []
        for n, item in enumerate(value):
            found += faults(item, schema["items"], root, f"{at}[{n}]") if "items" in schema else []
        return found
    return of_object(value, schema, root, at) if isinstance(value, dict) else []


def of_object(value, schema, root, at):
    declared = schema.get("properties", {})
    found = [f"{at} lacks {key}" for key in schema.get("required", []) if key not in value]
    for key, item in value.items():
        if key in declared:
            found += faults(item, declared[key], root, f"{at}.{key}")
        elif schema.get("additionalProperties") is False:
            found.append(f"{at}.{key} is not declared")
    return found


def nearest(value, choices, root, at):
    """The faults by the choice whose `kind` is the value's, else by the one with the fewest."""
    found = []
    for choice in choices:
        kinds = choice.get("properties", {}).get("kind", {})
        named = [kinds["const"]] if "const" in kinds else kinds.get("enum", [])
        those = faults(value, choice, root, at)
        if not those:
            return []
        is_meant = isinstance(value, dict) and value.get("kind") in named
        found.append((not is_meant, len(those), those))
    return min(found, key=lambda each: each[:2])[2]
