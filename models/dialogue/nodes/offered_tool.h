#pragma once
#include "models/dialogue/nodes/http_request.h"

// The tools a model may call: declared by the author as requests, or built in.
namespace vox {

enum class ArgumentType { String, Integer, Number, Boolean, Texts };
template <> struct EnumNames<ArgumentType> {
    static constexpr const char *context = "ToolArgument";
    static constexpr std::array all{EnumName<ArgumentType>{ArgumentType::String, "string", QT_TRANSLATE_NOOP("ToolArgument", "Text")},
                                    EnumName<ArgumentType>{ArgumentType::Integer, "integer", QT_TRANSLATE_NOOP("ToolArgument", "Whole number")},
                                    EnumName<ArgumentType>{ArgumentType::Number, "number", QT_TRANSLATE_NOOP("ToolArgument", "Number")},
                                    EnumName<ArgumentType>{ArgumentType::Boolean, "boolean", QT_TRANSLATE_NOOP("ToolArgument", "Yes or no")},
                                    EnumName<ArgumentType>{ArgumentType::Texts, "texts", QT_TRANSLATE_NOOP("ToolArgument", "List of texts")}};
};
struct ToolArgument {
    QString name;
    ArgumentType type = ArgumentType::String;
    QString description;
    bool needed = true;
    QStringList oneOf;
};
struct OfferedTool : HttpRequestSettings {
    QString name;
    QString description;
    QList<ToolArgument> arguments;
    LocalizedText waiting;
};

template <> struct Fields<ToolArgument> {
    static constexpr const char *context = "ToolArgument";
    static constexpr auto all = std::tuple{
        field("name", &ToolArgument::name, QT_TRANSLATE_NOOP("ToolArgument", "Name")).asRequired().upTo(64)
            .help(QT_TRANSLATE_NOOP("ToolArgument", "Letters, digits and _; address, headers and body use it in braces.")),
        field("type", &ToolArgument::type, QT_TRANSLATE_NOOP("ToolArgument", "Type")),
        field("description", &ToolArgument::description, QT_TRANSLATE_NOOP("ToolArgument", "What it is")).upTo(1000)
            .help(QT_TRANSLATE_NOOP("ToolArgument", "The model reads this.")),
        field("needed", &ToolArgument::needed, QT_TRANSLATE_NOOP("ToolArgument", "Must be given")),
        field("one_of", &ToolArgument::oneOf, QT_TRANSLATE_NOOP("ToolArgument", "One of")).upTo(100).ordered()
            .help(QT_TRANSLATE_NOOP("ToolArgument", "Values that are allowed. Empty: any.")),
    };
};
template <> struct Fields<OfferedTool> {
    static constexpr const char *context = "ToolSettings";
    static constexpr auto all = std::tuple_cat(
        std::tuple{field("name", &OfferedTool::name, QT_TRANSLATE_NOOP("ToolSettings", "Name")).asRequired().upTo(64)
                       .help(QT_TRANSLATE_NOOP("ToolSettings", "As the model calls it: find_order. Letters, digits, _ and -.")),
                   field("description", &OfferedTool::description, QT_TRANSLATE_NOOP("ToolSettings", "What it does")).multiline().asRequired().upTo(4000)
                       .help(QT_TRANSLATE_NOOP("ToolSettings", "The model decides by this when to call it.")),
                   field("arguments", &OfferedTool::arguments, QT_TRANSLATE_NOOP("ToolSettings", "Arguments")).upTo(30)
                       .help(QT_TRANSLATE_NOOP("ToolSettings", "What the model must give. Without a body they are sent as JSON."))},
        HttpRequestFields::all,
        std::tuple{field("waiting", &OfferedTool::waiting, QT_TRANSLATE_NOOP("ToolSettings", "Said meanwhile")).upTo(1000).in(HttpRequestFields::answer)
                       .help(QT_TRANSLATE_NOOP("ToolSettings", "Only when the model itself says nothing before it calls the tool."))});
};

// What the built-in tools of one model step may do.
struct BuiltInTools {
    bool endCall = false;
    QStringList queues; // the call may be handed over to
    bool pressKeys = false;
    bool wait = false;
};
namespace builtin {
inline constexpr auto endCall = "end_call", handOver = "hand_over", pressKeys = "press_keys", wait = "wait";
}

// As a chat model is offered them: [{name, description, parameters: JSON Schema}].
QJsonArray offeredTools(const QList<OfferedTool> &tools, const BuiltInTools &builtIn);
// The JSON Schema of arguments: an object that allows nothing else.
QJsonObject schemaOf(const QList<ToolArgument> &arguments);
// What is wrong with arguments: [{argument, problem, allowed?}], in words a model understands; empty: nothing.
QJsonArray wrongArguments(const QList<ToolArgument> &arguments, const QJsonObject &given);
// The arguments of a built-in tool; nothing: there is no such tool, or it is not allowed.
std::optional<QList<ToolArgument>> builtInArguments(const QString &name, const BuiltInTools &builtIn);

// The names and types of arguments, for templates.
Scope scopeOf(const QList<ToolArgument> &arguments);
// Names, repeated ones, and the request of the tool at `index`.
void checkTools(CheckContext &context, const QList<OfferedTool> &tools);

} // namespace vox
