#pragma once
#include <QJsonObject>
#include <QList>
#include <QString>
#include <cstdint>

namespace vox {

struct FieldInfo;
using FieldList = QList<FieldInfo>;

// The shapes a field may have. Forms, JSON Schema, diff, merge and tables switch over exactly these.
enum class FieldType : std::uint8_t {
    Text,        // string, one line
    LongText,    // string, many lines; merges by line
    Integer,     // int64 below 2^53
    Number,      // double
    Boolean,
    Choice,      // string, one of `options`
    Localized,   // object: BCP 47 tag -> string (long text when `multiline`)
    TextList,    // array of strings: a set unless `ordered`
    LocalizedList, // object: BCP 47 tag -> array of strings (example phrases)
    Money,       // {amount: decimal string, currency}
    Reference,   // id of a document of kind `refers`
    Expression,  // string in the expression language, typed by `expressionType`
    Object,      // nested object with `fields`
    ObjectList,  // array of objects with `fields`, each with an `id`; order is the array's
    Json,        // anything: raw JSON kept as it is
    Secret,      // name of a secret, never its value
};

// One field of a document kind or of a node's settings, as data: what a form, a table column, a schema or a diff label
// needs to know. Made from Fields<Kind>; a value. Labels are QT_TRANSLATE_NOOP text, translated by ui and app/wording
// in the context `context`.
struct FieldInfo {
    QString key;
    const char *context = "";
    const char *label = "";
    const char *help = "";       // one sentence under the field, may be empty
    const char *group = "";      // section of the form, may be empty
    FieldType type = FieldType::Text;
    bool required = false;
    bool multiline = false;
    bool ordered = false;
    bool advanced = false;       // folded away until asked for
    qint64 maxLength = 20000;    // characters of text, items of lists
    double minimum = -9.0e15;
    double maximum = 9.0e15;
    const char *unit = "";       // "ms", "s", "%", ...
    QStringList options;         // values of Choice
    QList<const char *> optionLabels; // beside options
    QString refers;              // kind a Reference points to
    QString expressionType;      // "bool", "string", ... or empty for any
    QString optionSource;        // where a form gets suggestions: "languages", "voices", "variables", "intents"
    FieldList fields;            // of Object and ObjectList
    QJsonValue defaultValue;
};

} // namespace vox
