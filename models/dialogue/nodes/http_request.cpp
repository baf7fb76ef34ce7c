#include "models/dialogue/nodes/http_request.h"
#include "models/base/check_fields.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Calls visit(pointer, text) for every string inside the JSON value.
template <typename Visit> void eachText(const QJsonValue &json, const QString &pointer, const Visit &visit)
{
    if (json.isString()) return visit(pointer, json.toString());
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) eachText(array[i], pointer + u'/' + QString::number(i), visit);
    } else if (json.isObject()) {
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) eachText(it.value(), pointer + u'/' + pointerStep(it.key()), visit);
    }
}

Scope joined(const Scope &agents, const Scope &own)
{
    Scope scope = agents;
    scope.insert(own);
    return scope;
}

// Fills the templates of one request.
class Filling {
public:
    Filling(Stepping &step, const QJsonObject &arguments, const Scope &own)
        : m_step(step), m_scope(joined(step.context().program.scope, own)), m_values(step.state().variables)
    {
        // An argument hides a variable of its name, also one that was left out.
        for (auto it = own.begin(); it != own.end(); ++it)
            m_values.insert(it.key(), arguments.contains(it.key()) ? arguments.value(it.key()) : QJsonValue(QJsonValue::Null));
    }

    std::optional<QString> text(const QString &pointer, Rendering rendering)
    {
        const auto *compiled = find(pointer);
        if (!compiled) return std::nullopt;
        auto text = compiled->render({m_values, m_scope}, rendering, m_step.state().language);
        if (text) return *text;
        m_step.trouble(text.error());
        return std::nullopt;
    }

    QJsonValue json(const QJsonValue &json, const QString &pointer)
    {
        if (json.isString()) return value(json, pointer);
        if (json.isArray()) {
            QJsonArray out;
            const QJsonArray array = json.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) out.append(this->json(array[i], pointer + u'/' + QString::number(i)));
            return out;
        }
        if (!json.isObject()) return json;
        QJsonObject out;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) out.insert(it.key(), this->json(it.value(), pointer + u'/' + pointerStep(it.key())));
        return out;
    }

    bool isFixed(const QString &pointer) const
    {
        const auto *compiled = find(pointer);
        return compiled && compiled->isFixed();
    }

private:
    const TemplateText *find(const QString &pointer) const
    {
        const auto &texts = m_step.context().step.settings.texts;
        const auto it = texts.find(pointer);
        return it == texts.end() ? nullptr : &*it;
    }

    QJsonValue value(const QJsonValue &json, const QString &pointer)
    {
        const auto *compiled = find(pointer);
        if (!compiled) return json;
        const auto value = compiled->value({m_values, m_scope});
        if (value) return value->toJson();
        m_step.trouble(value.error());
        return QJsonValue::Null;
    }

    Stepping &m_step;
    const Scope m_scope;
    QJsonObject m_values;
};

QList<QPair<QString, QString>> headersOf(Stepping &step, Filling &filling, const QList<ToolHeader> &headers, const QString &at)
{
    QList<QPair<QString, QString>> out;
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const QString pointer = at + u"/headers/%1/value"_s.arg(i);
        QString value = filling.text(pointer, Rendering::Plain).value_or(QString());
        value.remove(u'\r').remove(u'\n');
        // Only the author may name a secret; words of a caller or a model that happen to look like one may not.
        if (!filling.isFixed(pointer) && value.contains("secret:"_L1)) {
            step.trouble(Error(Error::Code::BadValue, {headers[i].name, u"secret:"_s}));
            continue;
        }
        out.append({headers[i].name, value});
    }
    return out;
}

// RFC 6901.
QJsonValue pointedAt(QJsonValue json, const QString &pointer)
{
    for (QString step : pointer.split(u'/').mid(1)) {
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        bool index = false;
        const int number = step.toInt(&index);
        if (json.isArray() && index && number >= 0) json = json.toArray().at(number);
        else json = json.isObject() ? json.toObject().value(step) : QJsonValue(QJsonValue::Undefined);
    }
    return json;
}

} // namespace

void checkRequest(CheckContext &context, const HttpRequestSettings &settings, const QString &at, const Scope &own)
{
    const Scope scope = joined(context.scope(), own);
    context.text(at + u"/url"_s, settings.url, &scope);
    for (qsizetype i = 0; i < settings.headers.size(); ++i)
        context.text(at + u"/headers/%1/value"_s.arg(i), settings.headers[i].value, &scope);
    for (qsizetype i = 0; i < settings.saves.size(); ++i)
        context.variable(at + u"/saves/%1/variable"_s.arg(i), settings.saves[i].variable);
    if (!settings.url.startsWith("http://"_L1) && !settings.url.startsWith("https://"_L1) && !settings.url.startsWith(u'{'))
        context.problem(Problem::Severity::Error, at + u"/url"_s, Error(Error::Code::BadValue, {u"url"_s, settings.url}));
    if (settings.changesOutside && settings.retries > 0)
        context.problem(Problem::Severity::Warning, at + u"/retries"_s, Error(Error::Code::BadValue, {u"retries"_s, QString::number(settings.retries)}));
    if (settings.body.trimmed().isEmpty()) return;
    QJsonParseError broken;
    const QJsonDocument body = QJsonDocument::fromJson(settings.body.toUtf8(), &broken);
    if (body.isNull()) return context.problem(Problem::Severity::Error, at + u"/body"_s, Error(Error::Code::NotJson, {u"body"_s, QString::number(broken.offset)}));
    const QJsonValue root = body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object());
    eachText(root, at + u"/body"_s, [&](const QString &pointer, const QString &text) { context.text(pointer, text, &scope); });
}

std::optional<CallTool> fillRequest(Stepping &step, const HttpRequestSettings &settings, const QString &at, const QJsonObject &arguments,
                                    const Scope &own)
{
    Filling filling(step, arguments, own);
    CallTool call;
    call.node = step.node().id;
    call.method = enumName(settings.method);
    call.timeoutMs = settings.timeoutMs;
    call.changesOutside = settings.changesOutside;
    call.retries = settings.changesOutside ? 0 : int(settings.retries);
    call.arguments = arguments;
    const auto url = filling.text(at + u"/url"_s, Rendering::Url);
    if (!url) return std::nullopt;
    call.url = *url;
    call.headers = headersOf(step, filling, settings.headers, at);
    const QJsonDocument body = QJsonDocument::fromJson(settings.body.toUtf8());
    const bool sends = settings.method != HttpMethod::Get && settings.method != HttpMethod::Delete;
    if (body.isObject()) call.body = QJsonDocument(filling.json(body.object(), at + u"/body"_s).toObject()).toJson(QJsonDocument::Compact);
    else if (body.isArray()) call.body = QJsonDocument(filling.json(body.array(), at + u"/body"_s).toArray()).toJson(QJsonDocument::Compact);
    else if (sends && !own.isEmpty()) call.body = QJsonDocument(arguments).toJson(QJsonDocument::Compact);
    return call;
}

void saveAnswer(Stepping &step, const QList<ToolSave> &saves, const QJsonValue &answer)
{
    for (const ToolSave &save : saves) {
        const QJsonValue value = fieldOf(answer, save.path);
        if (!value.isUndefined()) step.set(save.variable, value);
    }
}

QJsonValue fieldOf(QJsonValue json, const QString &path)
{
    if (path.startsWith(u'/')) return pointedAt(std::move(json), path);
    for (QString part : path.split(u'.', Qt::SkipEmptyParts)) {
        part.replace(u'[', u'\x1').remove(u']');
        const QStringList steps = part.split(u'\x1');
        for (qsizetype i = 0; i < steps.size(); ++i) {
            bool index = false;
            const int number = steps[i].toInt(&index);
            if (json.isArray() && index) json = number < 0 ? QJsonValue(QJsonValue::Undefined) : json.toArray().at(number);
            else if (!steps[i].isEmpty()) json = json.isObject() ? json.toObject().value(steps[i]) : QJsonValue(QJsonValue::Undefined);
        }
    }
    return json;
}

} // namespace vox
