#include "ui/viewmodels/tool_try_view_model.h"
#include "app/calls/tool_tries.h"
#include "app/host/tool_request.h"
#include "models/kinds/agents/agent.h"
#include <QDateTime>
#include <QJsonDocument>
#include <QUuid>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestBody = 20000;

bool sameInputs(const QList<ToolTry::Input> &a, const QList<ToolTry::Input> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ToolTry::Input &one, const ToolTry::Input &other) {
        return one.name == other.name && one.type == other.type && one.argument == other.argument && one.oneOf == other.oneOf && one.help == other.help;
    });
}

QString textOf(const QJsonValue &value)
{
    if (value.isString()) return value.toString();
    if (value.isArray()) return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.isNull() || value.isUndefined() ? QString() : value.toVariant().toString();
}

} // namespace

ToolTryViewModel::ToolTryViewModel(FlowViewModel &flow, ToolTries &tries, QObject *parent) : QObject(parent), m_flow(flow), m_tries(tries)
{
    connect(&flow, &FlowViewModel::flowChanged, this, &ToolTryViewModel::read);
    connect(&tries, &ToolTries::answered, this, &ToolTryViewModel::took);
}

ToolTryViewModel::~ToolTryViewModel()
{
    if (m_open) m_tries.cancel(m_open);
}

QString ToolTryViewModel::key() const { return m_node + u'/' + m_tools.value(m_tool); }
QString ToolTryViewModel::language() const { return m_flow.language(); }

void ToolTryViewModel::setNode(const QString &node)
{
    if (node == m_node) return;
    m_node = node;
    m_tool = 0;
    rest();
    m_tools.clear();
    read();
    emit toolsChanged();
}

void ToolTryViewModel::setTool(int tool)
{
    if (tool == m_tool || tool < 0 || tool >= m_tools.size()) return;
    m_tool = tool;
    rest();
    read();
}

// What the author has written by now; what came back of the request as it was stays.
void ToolTryViewModel::read()
{
    const Node *node = m_flow.node(m_node);
    const QStringList tools = node ? ToolTry::toolsOf(*node) : QStringList();
    const bool otherTools = tools != m_tools;
    m_tools = tools;
    m_tool = std::clamp(m_tool, 0, std::max(0, int(tools.size()) - 1));
    const QList<ToolTry::Input> before = inputs();
    m_try.reset();
    m_mistake.reset();
    if (!m_tools.isEmpty()) {
        auto made = ToolTry::of(scriptOf(fromJson<Agent>(m_flow.content().content())), m_node, m_tool);
        if (made) m_try = std::move(*made);
        else m_mistake = made.error();
    }
    if (m_state == State::Asking) m_state = State::Idle; // it was another request that was asked about
    if (otherTools) emit toolsChanged();
    if (!sameInputs(before, inputs())) emit inputsChanged();
    emit changed();
}

QString ToolTryViewModel::value(const QString &input) const
{
    const auto typed = m_values.value(key());
    if (const auto it = typed.find(input); it != typed.end()) return *it;
    for (const ToolTry::Input &one : inputs())
        if (one.name == input) return one.oneOf.isEmpty() ? textOf(one.initial) : one.oneOf.first();
    return {};
}

void ToolTryViewModel::setValue(const QString &input, const QString &text)
{
    m_values[key()].insert(input, text);
    if (m_state != State::Asking) return;
    m_state = State::Idle;
    emit changed();
}

void ToolTryViewModel::send()
{
    if (!m_try || m_state == State::Running) return;
    QJsonObject values;
    for (const ToolTry::Input &input : inputs()) values.insert(input.name, typedValue(value(input.name), input.type));
    auto call = m_try->request(values, language(), UtcMs{QDateTime::currentMSecsSinceEpoch()});
    m_line.clear();
    if (!call) {
        m_error = call.error();
        m_state = State::Failed;
        return emit changed();
    }
    // Each try is one of its own: what is at most once in a conversation may be tried again by its author.
    call->receipt = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_request = toolRequestOf(*call, u"try"_s);
    m_line = call->method + u' ' + call->url;
    if (m_try->changesOutside() || m_try->method() != "GET"_L1) {
        m_state = State::Asking;
        return emit changed();
    }
    go();
}

void ToolTryViewModel::confirm()
{
    if (m_state == State::Asking) go();
}

void ToolTryViewModel::go()
{
    m_error.reset();
    m_response = {};
    m_sent = m_try;
    m_state = State::Running;
    m_open = m_tries.send(m_request);
    emit changed();
}

void ToolTryViewModel::cancel()
{
    if (m_state != State::Running && m_state != State::Asking) return;
    rest();
    emit changed();
}

void ToolTryViewModel::rest()
{
    if (m_open) m_tries.cancel(m_open);
    m_open = 0;
    m_error.reset();
    m_state = State::Idle;
}

void ToolTryViewModel::took(quint64 id, const Result<ToolResponse> &response)
{
    if (id != m_open || m_open == 0) return;
    m_open = 0;
    if (response) m_response = *response;
    else m_error = response.error();
    m_state = response ? State::Answered : State::Failed;
    emit changed();
}

QList<ToolTry::Kept> ToolTryViewModel::kept() const
{
    return m_sent && m_state == State::Answered ? m_sent->kept(m_response.json) : QList<ToolTry::Kept>();
}

QStringList ToolTryViewModel::shownHeaders() const
{
    static const QByteArrayList wanted{"content-type", "content-length", "location", "retry-after", "www-authenticate", "x-request-id", "server", "date"};
    QStringList out;
    for (const auto &[name, value] : m_response.headers)
        if (wanted.contains(name)) out.append(QString::fromLatin1(name) + u": "_s + QString::fromUtf8(value.left(200)));
    return out;
}

QString ToolTryViewModel::bodyText() const
{
    QByteArray text = m_response.body;
    if (m_response.json.isObject()) text = QJsonDocument(m_response.json.toObject()).toJson();
    if (m_response.json.isArray()) text = QJsonDocument(m_response.json.toArray()).toJson();
    QString shown = QString::fromUtf8(text).trimmed();
    if (shown.size() > kLongestBody) shown = shown.left(kLongestBody) + u'…';
    return shown;
}

} // namespace vox
