#pragma once
#include "models/dialogue/nodes/step.h"

namespace vox {

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

// A request to another system as an author writes it: what the tool step and the tools of a model have in common.
struct HttpRequestSettings {
    HttpMethod method = HttpMethod::Get;
    QString url;
    QList<ToolHeader> headers;
    QString body;
    QList<ToolSave> saves;
    qint64 timeoutMs = 5000;
    qint64 retries = 0;
    bool changesOutside = false;
};

template <> struct Fields<ToolHeader> {
    static constexpr const char *context = "ToolSettings";
    static constexpr auto all = std::tuple{
        field("name", &ToolHeader::name, QT_TRANSLATE_NOOP("ToolSettings", "Header")).asRequired().upTo(200),
        field("value", &ToolHeader::value, QT_TRANSLATE_NOOP("ToolSettings", "Value")).upTo(4000)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "secret:NAME stands for a secret, which is never shown; Bearer secret:NAME for a token.")),
    };
};
template <> struct Fields<ToolSave> {
    static constexpr const char *context = "ToolSettings";
    static constexpr auto all = std::tuple{
        field("path", &ToolSave::path, QT_TRANSLATE_NOOP("ToolSettings", "Field of the answer")).upTo(500)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "As in order.items[0].name or /order/items/0/name; empty: the whole answer.")),
        field("variable", &ToolSave::variable, QT_TRANSLATE_NOOP("ToolSettings", "Into variable")).asRequired().upTo(100).suggestedBy("variables"),
    };
};

// The fields of a request, to be joined with a kind's own ones.
struct HttpRequestFields {
    static constexpr const char *request = QT_TRANSLATE_NOOP("ToolSettings", "Request");
    static constexpr const char *answer = QT_TRANSLATE_NOOP("ToolSettings", "Answer");
    static constexpr auto all = std::tuple{
        field("method", &HttpRequestSettings::method, QT_TRANSLATE_NOOP("ToolSettings", "Method")).in(request),
        field("url", &HttpRequestSettings::url, QT_TRANSLATE_NOOP("ToolSettings", "Address")).asRequired().upTo(4000).in(request)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "Variables in braces are filled in: https://shop.example/orders/{code}")),
        field("headers", &HttpRequestSettings::headers, QT_TRANSLATE_NOOP("ToolSettings", "Headers")).upTo(50).in(request).advanced(),
        field("body", &HttpRequestSettings::body, QT_TRANSLATE_NOOP("ToolSettings", "Body")).multiline().upTo(20000).in(request)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "JSON. A text such as \"{code}\" becomes the variable's value, with its type.")),
        field("changes_outside", &HttpRequestSettings::changesOutside, QT_TRANSLATE_NOOP("ToolSettings", "Changes something")).in(request)
            .help(QT_TRANSLATE_NOOP("ToolSettings", "Places an order, sends a message: done once at most, never in advance.")),
        field("timeout_ms", &HttpRequestSettings::timeoutMs, QT_TRANSLATE_NOOP("ToolSettings", "Give up after")).between(100, 120000).unit(QT_TRANSLATE_NOOP("ToolSettings", "ms")).in(request),
        field("retries", &HttpRequestSettings::retries, QT_TRANSLATE_NOOP("ToolSettings", "Try again")).between(0, 3).unit("×").in(request).advanced()
            .help(QT_TRANSLATE_NOOP("ToolSettings", "When there is no answer or the server fails. Never for what changes something.")),
        field("saves", &HttpRequestSettings::saves, QT_TRANSLATE_NOOP("ToolSettings", "Remember")).upTo(50).in(answer),
    };
};

// Compiles the templates of a request that stands at `at` in the settings ("" or "/tools/0"), which may use the agent's
// variables and those of `scope`. Adds located messages.
void checkRequest(CheckContext &context, const HttpRequestSettings &settings, const QString &at, const Scope &scope);

// The request with everything filled in, `arguments` beside the agent's variables; nothing when the address cannot be made
// (Trouble). Without a body of its own a request that sends one sends `arguments`. Name and receipt are left to the caller.
std::optional<CallTool> fillRequest(Stepping &step, const HttpRequestSettings &settings, const QString &at, const QJsonObject &arguments,
                                    const Scope &scope);

// Puts fields of an answer into variables.
void saveAnswer(Stepping &step, const QList<ToolSave> &saves, const QJsonValue &answer);
// "order.items[0].name" or "/order/items/0/name" inside a JSON value; undefined when it is not there.
QJsonValue fieldOf(QJsonValue json, const QString &path);

} // namespace vox
