#include "models/dialogue/nodes/offered_tool.h"
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxArgumentText = 20'000, maxArgumentItems = 200;

bool isToolName(const QString &name)
{
    for (const QChar c : name)
        if (!(c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-'))) return false;
    return !name.isEmpty() && name.size() <= 64;
}

bool isArgumentName(const QString &name)
{
    return isToolName(name) && !name.contains(u'-') && !name[0].isDigit() && Expression::compile(name, {{name, Type::Dyn}}).hasValue();
}

bool isBuiltIn(const QString &name)
{
    return name == QLatin1String(builtin::endCall) || name == QLatin1String(builtin::handOver) || name == QLatin1String(builtin::pressKeys)
        || name == QLatin1String(builtin::wait);
}

// A value of the list of allowed ones, in the argument's type; undefined: it is none.
QJsonValue asType(ArgumentType type, const QString &text)
{
    bool good = false;
    switch (type) {
    case ArgumentType::Integer: { const auto number = text.toLongLong(&good); return good ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined); }
    case ArgumentType::Number: { const auto number = text.toDouble(&good); return good ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined); }
    case ArgumentType::Boolean: return text == "true"_L1 || text == "false"_L1 ? QJsonValue(text == "true"_L1) : QJsonValue(QJsonValue::Undefined);
    case ArgumentType::String:
    case ArgumentType::Texts: return text;
    }
    return QJsonValue::Undefined;
}

QString jsonType(ArgumentType type) { return type == ArgumentType::Texts ? u"array"_s : enumName(type); }

QJsonObject schemaOf(const ToolArgument &argument)
{
    QJsonObject schema{{u"type"_s, jsonType(argument.type)}};
    if (!argument.description.isEmpty()) schema.insert(u"description"_s, argument.description);
    QJsonArray allowed;
    for (const QString &one : argument.oneOf) allowed.append(asType(argument.type, one));
    if (argument.type == ArgumentType::Texts) {
        QJsonObject items{{u"type"_s, u"string"_s}};
        if (!allowed.isEmpty()) items.insert(u"enum"_s, allowed);
        schema.insert(u"items"_s, items);
    } else if (!allowed.isEmpty()) {
        schema.insert(u"enum"_s, allowed);
    }
    return schema;
}

bool hasType(ArgumentType type, const QJsonValue &value)
{
    switch (type) {
    case ArgumentType::String: return value.isString() && value.toString().size() <= maxArgumentText;
    case ArgumentType::Integer: return value.isDouble() && value.toDouble() == std::floor(value.toDouble()) && std::abs(value.toDouble()) < 9.1e15;
    case ArgumentType::Number: return value.isDouble();
    case ArgumentType::Boolean: return value.isBool();
    case ArgumentType::Texts: {
        if (!value.isArray() || value.toArray().size() > maxArgumentItems) return false;
        for (const QJsonValue &item : value.toArray())
            if (!hasType(ArgumentType::String, item)) return false;
        return true;
    }
    }
    return false;
}

bool isAllowed(const ToolArgument &argument, const QJsonValue &value)
{
    if (argument.oneOf.isEmpty()) return true;
    if (argument.type == ArgumentType::Texts) {
        for (const QJsonValue &item : value.toArray())
            if (!argument.oneOf.contains(item.toString())) return false;
        return true;
    }
    for (const QString &one : argument.oneOf)
        if (asType(argument.type, one) == value) return true;
    return false;
}

QJsonObject wrong(const QString &argument, const QString &problem) { return {{u"argument"_s, argument}, {u"problem"_s, problem}}; }

QJsonObject offered(const QString &name, const QString &description, const QList<ToolArgument> &arguments)
{
    return {{u"name"_s, name}, {u"description"_s, description}, {u"parameters"_s, schemaOf(arguments)}};
}

QList<ToolArgument> argumentsOf(const QString &name, const QStringList &queues)
{
    if (name == QLatin1String(builtin::endCall))
        return {{u"last_words"_s, ArgumentType::String, u"What is said before hanging up; leave it out when it was said already."_s, false, {}},
                {u"outcome"_s, ArgumentType::String, u"Whether the caller got what they wanted."_s, false, {u"completed"_s, u"failed"_s}}};
    if (name == QLatin1String(builtin::handOver))
        return {{u"queue"_s, ArgumentType::String, u"Who takes the call."_s, true, queues},
                {u"note"_s, ArgumentType::String, u"What the person should know, in one or two sentences."_s, false, {}},
                {u"last_words"_s, ArgumentType::String, u"What the caller is told before."_s, false, {}}};
    if (name == QLatin1String(builtin::pressKeys))
        return {{u"digits"_s, ArgumentType::String, u"Keys to press: 0-9, *, # and a comma for a pause."_s, true, {}}};
    return {{u"seconds"_s, ArgumentType::Integer, u"How long to be silent, 1 to 60; ends when the caller speaks."_s, true, {}}};
}

} // namespace

QJsonObject schemaOf(const QList<ToolArgument> &arguments)
{
    QJsonObject properties;
    QJsonArray required;
    for (const ToolArgument &argument : arguments) {
        properties.insert(argument.name, schemaOf(argument));
        if (argument.needed) required.append(argument.name);
    }
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}, {u"additionalProperties"_s, false}};
}

QJsonArray offeredTools(const QList<OfferedTool> &tools, const BuiltInTools &builtIn)
{
    QJsonArray out;
    for (const OfferedTool &tool : tools) out.append(offered(tool.name, tool.description, tool.arguments));
    const auto add = [&](const char *name, const QString &description) {
        const QString latin = QString::fromLatin1(name);
        out.append(offered(latin, description, argumentsOf(latin, builtIn.queues)));
    };
    if (builtIn.endCall) add(builtin::endCall, u"Hangs up. Only when the caller has said goodbye or wants nothing more."_s);
    if (!builtIn.queues.isEmpty()) add(builtin::handOver, u"Passes the call to a person and leaves the conversation."_s);
    if (builtIn.pressKeys) add(builtin::pressKeys, u"Presses telephone keys, for menus on the other side."_s);
    if (builtIn.wait) add(builtin::wait, u"Stays silent while the caller looks something up."_s);
    return out;
}

QJsonArray wrongArguments(const QList<ToolArgument> &arguments, const QJsonObject &given)
{
    QJsonArray out;
    QSet<QString> known;
    for (const ToolArgument &argument : arguments) {
        known.insert(argument.name);
        const QJsonValue value = given.value(argument.name);
        // Models write null for what they leave out.
        if (value.isUndefined() || value.isNull()) {
            if (argument.needed) out.append(wrong(argument.name, u"is missing"_s));
        } else if (!hasType(argument.type, value)) {
            out.append(wrong(argument.name, u"must be of type "_s + jsonType(argument.type)));
        } else if (!isAllowed(argument, value)) {
            QJsonObject problem = wrong(argument.name, u"is not one of the allowed values"_s);
            problem.insert(u"allowed"_s, QJsonArray::fromStringList(argument.oneOf));
            out.append(problem);
        }
    }
    for (auto it = given.begin(); it != given.end(); ++it)
        if (!known.contains(it.key())) out.append(wrong(it.key().left(100), u"is unknown"_s));
    return out;
}

std::optional<QList<ToolArgument>> builtInArguments(const QString &name, const BuiltInTools &builtIn)
{
    const bool allowed = (name == QLatin1String(builtin::endCall) && builtIn.endCall) || (name == QLatin1String(builtin::handOver) && !builtIn.queues.isEmpty())
        || (name == QLatin1String(builtin::pressKeys) && builtIn.pressKeys) || (name == QLatin1String(builtin::wait) && builtIn.wait);
    if (!allowed) return std::nullopt;
    return argumentsOf(name, builtIn.queues);
}

Scope scopeOf(const QList<ToolArgument> &arguments)
{
    Scope scope;
    for (const ToolArgument &argument : arguments) {
        Type type = Type::String;
        if (argument.type == ArgumentType::Integer || argument.type == ArgumentType::Number) type = Type::Number;
        if (argument.type == ArgumentType::Boolean) type = Type::Bool;
        if (argument.type == ArgumentType::Texts) type = Type::List;
        scope.insert(argument.name, type);
    }
    return scope;
}

void checkTools(CheckContext &context, const QList<OfferedTool> &tools)
{
    const auto bad = [&](const QString &pointer, const QString &value) {
        context.problem(Problem::Severity::Error, pointer, Error(Error::Code::BadValue, {pointer, value}));
    };
    QSet<QString> names;
    for (qsizetype i = 0; i < tools.size(); ++i) {
        const OfferedTool &tool = tools[i];
        const QString at = u"/tools/%1"_s.arg(i);
        if (!isToolName(tool.name) || isBuiltIn(tool.name) || names.contains(tool.name)) bad(at + u"/name"_s, tool.name);
        names.insert(tool.name);
        QSet<QString> arguments;
        for (qsizetype k = 0; k < tool.arguments.size(); ++k) {
            const ToolArgument &argument = tool.arguments[k];
            const QString here = at + u"/arguments/%1"_s.arg(k);
            if (!isArgumentName(argument.name) || arguments.contains(argument.name)) bad(here + u"/name"_s, argument.name);
            arguments.insert(argument.name);
            for (const QString &one : argument.oneOf)
                if (asType(argument.type, one).isUndefined()) bad(here + u"/one_of"_s, one);
        }
        checkRequest(context, tool, at, scopeOf(tool.arguments));
        context.texts(at + u"/waiting"_s, tool.waiting, CheckContext::Need::Optional);
    }
}

} // namespace vox
