// Tools and models: the dialogue's errands outside.
#include "app/host/mind.h"
#include "app/host/heard_words.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

// A runner or model that misses its own deadline is given up this much later.
constexpr std::int64_t kGraceUs = 200000;
constexpr qsizetype kShownBody = 4096;

ToolRequest requestOf(const CallTool &call)
{
    ToolRequest request;
    request.name = call.name;
    request.method = call.method.toLatin1();
    request.url = QUrl(call.url);
    for (const auto &[name, value] : call.headers) request.headers.append({name.toUtf8(), value.toUtf8()});
    request.body = call.body;
    request.timeoutMs = int(call.timeoutMs);
    if (call.changesOutside) request.idempotencyKey = call.receipt.toUtf8();
    return request;
}

ModelMessage::Role roleOf(const QString &name)
{
    if (name == "system"_L1) return ModelMessage::Role::System;
    if (name == "assistant"_L1 || name == "agent"_L1) return ModelMessage::Role::Assistant;
    if (name == "tool"_L1) return ModelMessage::Role::Tool;
    return ModelMessage::Role::User;
}

// The dialogue's history names speakers ("who"), chat models name roles; both are understood.
ModelRequest requestOf(const AskModel &ask, const QString &model)
{
    ModelRequest request;
    request.model = model;
    request.temperature = ask.temperature;
    request.timeoutMs = int(ask.timeoutMs);
    if (!ask.prompt.isEmpty()) request.messages.append({ModelMessage::Role::System, ask.prompt, {}, {}});
    for (const QJsonValue &value : ask.messages) {
        const QJsonObject object = value.toObject();
        const QString role = object.value("role"_L1).toString(object.value("who"_L1).toString());
        const QString text = object.value("text"_L1).toString(object.value("content"_L1).toString());
        request.messages.append({roleOf(role), text, object.value("tool_call_id"_L1).toString(), object.value("tool_calls"_L1).toArray()});
    }
    for (const QJsonValue &value : ask.tools) {
        const QJsonObject object = value.toObject();
        request.tools.append({object.value("name"_L1).toString(), object.value("description"_L1).toString(),
                              object.value("parameters"_L1).toObject()});
    }
    return request;
}

} // namespace

void Mind::callTool(const CallTool &call)
{
    if (call.changesOutside) {
        if (m_receipts.contains(call.receipt)) return; // at most once, whatever asks again
        m_receipts.insert(call.receipt);
        m_undo.reset();
    }
    m_body.happened(events::ToolCalled{call.receipt, call.node, call.name, call.method, call.url, call.changesOutside});
    m_body.waitsFor(Part::Tool, call.name);
    dropTool();
    m_tool = Tool{call.receipt, call.node, call.name, call.changesOutside, m_body.now(), 0, 0};
    if (!m_tools) {
        auto made = m_ports.toolRunner(m_executor);
        if (!made) return toolDone(call.receipt, made.error());
        m_tools = std::move(*made);
    }
    m_tool->watch = m_executor.callAt(m_executor.nowUs() + call.timeoutMs * 1000 + kGraceUs, [this, receipt = call.receipt, ms = call.timeoutMs] {
        if (m_tools && m_tool) m_tools->cancel(m_tool->id);
        toolDone(receipt, Error{Error::Code::TimedOut, {m_tool ? m_tool->name : QString(), QString::number(ms)}});
    });
    const auto id = m_tools->call(requestOf(call), [this, alive = m_alive, receipt = call.receipt](const Result<ToolResponse> &response) {
        if (*alive) toolDone(receipt, response);
    });
    if (m_tool && m_tool->receipt == call.receipt) m_tool->id = id;
}

void Mind::toolDone(const QString &receipt, const Result<ToolResponse> &response)
{
    if (!m_tool || m_tool->receipt != receipt) return; // answered twice, or given up
    if (m_tool->watch) m_executor.cancel(m_tool->watch);
    const Tool tool = *std::exchange(m_tool, std::nullopt);
    m_body.waitsFor(Part::Decision, {});
    if (!response) {
        m_body.happened(events::ToolReturned{receipt, 0, 0, {}, tool.began.value});
        if (!m_left) handle({ToolFailed{receipt, response.error()}});
        return;
    }
    m_body.happened(events::ToolReturned{receipt, response->status, response->body.size(),
                                         QString::fromUtf8(response->body.left(kShownBody)), tool.began.value});
    const QJsonValue body = response->json.isUndefined() ? QJsonValue(QString::fromUtf8(response->body)) : response->json;
    if (!m_left) handle({ToolReturned{receipt, response->status, body}});
}

void Mind::dropTool()
{
    if (!m_tool) return;
    if (m_tool->watch) m_executor.cancel(m_tool->watch);
    // What changes the outside is not called back: half done would be worse than done.
    if (m_tools && !m_tool->changesOutside) m_tools->cancel(m_tool->id);
    m_tool.reset();
}

void Mind::askModel(const AskModel &ask)
{
    stopModel();
    m_body.happened(events::ModelAsked{ask.receipt, ask.node, m_settings.model});
    m_body.waitsFor(Part::Model, m_settings.model);
    m_modelReceipt = ask.receipt;
    m_modelText.clear();
    m_modelSaid = false;
    m_modelStart = m_body.now();
    m_modelFirst = {};
    if (!m_model) {
        auto made = m_ports.languageModel(m_settings.modelProvider, m_executor);
        if (!made) return modelFailed(made.error());
        m_model = std::move(*made);
        m_model->setListener(this);
    }
    m_modelWatch = m_executor.callAt(m_executor.nowUs() + ask.timeoutMs * 1000 + kGraceUs, [this, ms = ask.timeoutMs] {
        m_modelWatch = 0;
        m_model->stop();
        modelFailed({Error::Code::TimedOut, {m_settings.model, QString::number(ms)}});
    });
    m_model->ask(requestOf(ask, m_settings.model));
}

void Mind::modelText(const QString &piece)
{
    if (m_modelReceipt.isEmpty()) return;
    if (m_modelFirst == Micros{}) m_modelFirst = m_body.now();
    m_modelText += piece;
    const qsizetype whole = wholeSentences(m_modelText);
    if (whole == 0) return;
    const QString ready = m_modelText.left(whole).trimmed();
    m_modelText.remove(0, whole);
    m_body.waitsFor(Part::Decision, {});
    m_modelSaid = true;
    handle({ModelText{m_modelReceipt, ready}});
}

void Mind::modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &usage)
{
    if (m_modelReceipt.isEmpty()) return;
    m_body.waitsFor(Part::Decision, {});
    m_body.happened(events::ModelReturned{m_modelReceipt, usage.inputTokens, usage.outputTokens, m_modelStart.value, m_modelFirst.value});
    const QString rest = m_modelText.trimmed();
    if (!rest.isEmpty()) handle({ModelText{m_modelReceipt, rest}});
    QJsonObject toolCalls;
    for (const ModelToolCall &call : calls) toolCalls.insert(call.name, call.arguments);
    const QString receipt = std::exchange(m_modelReceipt, {});
    stopModel();
    handle({ModelFinished{receipt, toolCalls}});
}

void Mind::modelFailed(const Error &error)
{
    if (m_modelReceipt.isEmpty()) return;
    const QString receipt = std::exchange(m_modelReceipt, {});
    stopModel();
    m_body.waitsFor(Part::Decision, {});
    if (!m_left) handle({ModelFailed{receipt, error}});
}

// What the model has said so far is all of its answer.
void Mind::finishModel()
{
    const QString receipt = std::exchange(m_modelReceipt, {});
    stopModel();
    if (!m_left) handle({ModelFinished{receipt, {}}});
}

void Mind::stopModel()
{
    if (m_modelWatch) m_executor.cancel(m_modelWatch);
    m_modelWatch = 0;
    if (m_model && !m_modelReceipt.isEmpty()) m_model->stop();
    m_modelReceipt.clear();
    m_modelText.clear();
}

} // namespace vox
