// Judges an OpenAPI document by its specification's own schema.
// Prints "OpenAPI 3.1" or what is wrong.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";

const validator = new Validator();
const judged = await validator.validate(JSON.parse(readFileSync(process.argv[2], "utf8")));
if (judged.valid) {
    validator.resolveRefs();
    console.log(`OpenAPI ${validator.version}`);
} else {
    console.log(JSON.stringify(judged.errors, null, 1).slice(0, 4000));
    process.exit(1);
}
