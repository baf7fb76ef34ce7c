#include "models/base/check_fields.h"
#include "models/dialogue/nodes/step.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

enum class HttpMethod { Get, Post, Put, Patch, Delete };
template <> struct EnumNames<HttpMethod> {
    static constexpr const char *context = "ToolSettings";
    static constexpr std::array all{EnumName<HttpMethod>{HttpMethod::Get, "GET", "GET"}, EnumName<HttpMethod>{HttpMethod::Post, "POST", "POST"},
                                    EnumName<HttpMethod>{HttpMethod::Put, "PUT", "PUT"}, EnumName<HttpMethod>{HttpMethod::Patch, "PATCH", "PATCH"},
                                    EnumName<HttpMethod>{HttpMethod::Delete, "DELETE", "DELETE"}};
};
struct ToolHeader {
    QString name;
    QString value;
};
struct ToolSave {
    QString path;
    QString variable;
};
struct ToolSettings {
    QString name;
    HttpMethod method = HttpMethod::Get;
    QString url;
    QList<ToolHeader> headers;
    QString body;
    QList<ToolSave> saves;
    LocalizedText waiting;
    qint64 timeoutMs = 5000;
    bool changesOutside = false;
};

template <> struct Fields<ToolHeader> {
    static constexpr const char *context = "ToolSettings";
    static constexpr auto all = std::tuple{
        field("name", &ToolHeader::name, QT_TRANSLATE_NOOP("ToolSettings", "Header")).asRequired().upTo(200),
        field("value", &ToolHeader::value, QT_TRANSLATE_NOOP("ToolSettings", "Value")).upTo(4000)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "secret:NAME stands for a secret, which is never shown.")),
    };
};
template <> struct Fields<ToolSave> {
    static constexpr const char *context = "ToolSettings";
    static constexpr auto all = std::tuple{
        field("path", &ToolSave::path, QT_TRANSLATE_NOOP("ToolSettings", "Field of the answer")).upTo(500)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "As in order.items[0].name; empty: the whole answer.")),
        field("variable", &ToolSave::variable, QT_TRANSLATE_NOOP("ToolSettings", "Into variable")).asRequired().upTo(100).suggestedBy("variables"),
    };
};
template <> struct Fields<ToolSettings> {
    static constexpr const char *context = "ToolSettings";
    static constexpr const char *request = QT_TRANSLATE_NOOP("ToolSettings", "Request");
    static constexpr const char *answer = QT_TRANSLATE_NOOP("ToolSettings", "Answer");
    static constexpr auto all = std::tuple{
        field("name", &ToolSettings::name, QT_TRANSLATE_NOOP("ToolSettings", "Name")).upTo(100)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "What the timeline calls it.")),
        field("method", &ToolSettings::method, QT_TRANSLATE_NOOP("ToolSettings", "Method")).in(request),
        field("url", &ToolSettings::url, QT_TRANSLATE_NOOP("ToolSettings", "Address")).asRequired().upTo(4000).in(request)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "Variables in braces are filled in: https://shop.example/orders/{code}")),
        field("headers", &ToolSettings::headers, QT_TRANSLATE_NOOP("ToolSettings", "Headers")).upTo(50).in(request).advanced(),
        field("body", &ToolSettings::body, QT_TRANSLATE_NOOP("ToolSettings", "Body")).multiline().upTo(20000).in(request)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "JSON. A text such as \"{code}\" becomes the variable's value, with its type.")),
        field("changes_outside", &ToolSettings::changesOutside, QT_TRANSLATE_NOOP("ToolSettings", "Changes something")).in(request)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "Places an order, sends a message: done once at most, never in advance.")),
        field("timeout_ms", &ToolSettings::timeoutMs, QT_TRANSLATE_NOOP("ToolSettings", "Give up after")).between(100, 120000).unit("ms").in(request),
        field("saves", &ToolSettings::saves, QT_TRANSLATE_NOOP("ToolSettings", "Remember")).upTo(50).in(answer),
        field("waiting", &ToolSettings::waiting, QT_TRANSLATE_NOOP("ToolSettings", "Said meanwhile")).upTo(1000).in(answer)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "\"One moment, please\": bridges the wait.")),
    };
};

namespace {

QList<Port> ports(const QJsonObject &) { return {{u"done"_s, {}, QT_TRANSLATE_NOOP("Port", "Done")}, failedPort()}; }
QString summary(const QJsonObject &json, const QString &)
{
    const auto settings = fromJson<ToolSettings>(json);
    return settings.name.isEmpty() ? firstLine(enumName(settings.method) + u' ' + settings.url) : firstLine(settings.name);
}

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

void check(const Node &node, CheckContext &context)
{
    const auto settings = fromJson<ToolSettings>(node.settings);
    context.text(u"/url"_s, settings.url);
    for (qsizetype i = 0; i < settings.headers.size(); ++i)
        context.text(u"/headers/%1/value"_s.arg(i), settings.headers[i].value);
    for (qsizetype i = 0; i < settings.saves.size(); ++i)
        context.variable(u"/saves/%1/variable"_s.arg(i), settings.saves[i].variable);
    context.texts(u"/waiting"_s, settings.waiting, CheckContext::Need::Optional);
    if (!settings.url.startsWith("http://"_L1) && !settings.url.startsWith("https://"_L1) && !settings.url.startsWith(u'{'))
        context.problem(Problem::Severity::Error, u"/url"_s, Error(Error::Code::BadValue, {u"url"_s, settings.url}));
    if (settings.body.trimmed().isEmpty()) return;
    QJsonParseError broken;
    const QJsonDocument body = QJsonDocument::fromJson(settings.body.toUtf8(), &broken);
    if (body.isNull()) return context.problem(Problem::Severity::Error, u"/body"_s, Error(Error::Code::NotJson, {u"body"_s, QString::number(broken.offset)}));
    const QJsonValue root = body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object());
    eachText(root, u"/body"_s, [&](const QString &pointer, const QString &text) { context.text(pointer, text); });
}

QJsonValue filled(Stepping &step, const QJsonValue &json, const QString &pointer)
{
    if (json.isString()) {
        const auto it = step.context().step.settings.texts.find(pointer);
        if (it == step.context().step.settings.texts.end()) return json;
        const auto value = it->value(step.environment());
        if (value) return value->toJson();
        step.trouble(value.error());
        return QJsonValue::Null;
    }
    if (json.isArray()) {
        QJsonArray out;
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) out.append(filled(step, array[i], pointer + u'/' + QString::number(i)));
        return out;
    }
    if (!json.isObject()) return json;
    QJsonObject out;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) out.insert(it.key(), filled(step, it.value(), pointer + u'/' + pointerStep(it.key())));
    return out;
}

DialogueStep call(Stepping &step, const ToolSettings &settings)
{
    CallTool call;
    call.node = step.node().id;
    call.name = settings.name.isEmpty() ? step.node().name : settings.name;
    call.method = enumName(settings.method);
    call.timeoutMs = settings.timeoutMs;
    call.changesOutside = settings.changesOutside;
    const auto url = step.text(u"/url"_s, Rendering::Url);
    if (!url) return step.leave(u"failed"_s);
    call.url = *url;
    for (qsizetype i = 0; i < settings.headers.size(); ++i) {
        QString value = step.text(u"/headers/%1/value"_s.arg(i), Rendering::Plain).value_or(QString());
        value.remove(u'\r').remove(u'\n');
        call.headers.append({settings.headers[i].name, value});
    }
    const QJsonDocument body = QJsonDocument::fromJson(settings.body.toUtf8());
    if (body.isObject()) call.body = QJsonDocument(filled(step, body.object(), u"/body"_s).toObject()).toJson(QJsonDocument::Compact);
    if (body.isArray()) call.body = QJsonDocument(filled(step, body.array(), u"/body"_s).toArray()).toJson(QJsonDocument::Compact);
    call.receipt = step.newReceipt();
    step.say(u"/waiting"_s);
    step.act(call);
    return step.stay();
}

// "order.items[0].name" inside a JSON value; undefined when it is not there.
QJsonValue at(QJsonValue json, const QString &path)
{
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

DialogueStep returned(Stepping &step, const ToolSettings &settings, const ToolReturned &answer)
{
    step.state().pendingReceipt.clear();
    for (const ToolSave &save : settings.saves) {
        const QJsonValue value = at(answer.body, save.path);
        if (!value.isUndefined()) step.set(save.variable, value);
    }
    const bool good = answer.status >= 200 && answer.status < 300;
    if (!good) step.trouble(Error(Error::Code::ServerFailed, {settings.name, QString::number(answer.status)}));
    return step.leave(good ? u"done"_s : u"failed"_s);
}

DialogueStep step(const StepContext &context, const DialogueEvent &event)
{
    Stepping step(context);
    const auto settings = fromJson<ToolSettings>(context.node().settings);
    if (std::holds_alternative<Entered>(event.what)) return call(step, settings);
    if (const auto *answer = std::get_if<ToolReturned>(&event.what); answer && answer->receipt == context.state.pendingReceipt)
        return returned(step, settings, *answer);
    if (const auto *failure = std::get_if<ToolFailed>(&event.what); failure && failure->receipt == context.state.pendingReceipt) {
        step.state().pendingReceipt.clear();
        step.trouble(failure->error);
        return step.leave(u"failed"_s);
    }
    return step.stay();
}

} // namespace

const NodeType toolNode{"tool", QT_TRANSLATE_NOOP("NodeType", "Use a tool"),
                        QT_TRANSLATE_NOOP("NodeType", "Asks another system over HTTP and remembers its answer."),
                        fieldsOf<ToolSettings>, ports, summary, check, step};

} // namespace vox
