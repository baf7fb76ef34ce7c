// Tools and models: the dialogue's errands outside.
#include "app/host/mind.h"
#include "app/host/heard_words.h"
#include "app/host/model_chain.h"
#include "app/host/tool_request.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

// A runner or model that misses its own deadline is given up this much later.
constexpr std::int64_t kGraceUs = 200000;
constexpr qsizetype kShownBody = 4096;
constexpr std::int64_t kBackOffUs = 200000; // before the second try, doubled before each further one

// Whether asking again may help: no answer, or a server that says so.
bool mayWorkLater(const Result<ToolResponse> &response)
{
    if (response) return response->status >= 500 || response->status == 429;
    const auto code = response.error().code;
    return code == Error::Code::Unreachable || code == Error::Code::Refused || code == Error::Code::TimedOut;
}

bool isKeys(const QString &digits)
{
    for (const QChar c : digits)
        if (!u"0123456789*#,"_s.contains(c)) return false;
    return !digits.isEmpty() && digits.size() <= 40;
}

ModelMessage::Role roleOf(ChatMessage::From from)
{
    switch (from) {
    case ChatMessage::From::Caller: return ModelMessage::Role::User;
    case ChatMessage::From::Agent: return ModelMessage::Role::Assistant;
    case ChatMessage::From::Tool: return ModelMessage::Role::Tool;
    }
    return ModelMessage::Role::User;
}

ModelRequest requestOf(const AskModel &ask, const QString &model)
{
    ModelRequest request;
    request.model = model;
    request.temperature = ask.temperature;
    request.timeoutMs = int(ask.timeoutMs);
    request.messages.reserve(ask.messages.size() + 1);
    if (!ask.prompt.isEmpty()) request.messages.append({ModelMessage::Role::System, ask.prompt, {}, {}});
    for (const ChatMessage &message : ask.messages)
        request.messages.append({roleOf(message.from), message.text, message.toolCallId, message.toolCalls});
    for (const QJsonValue &value : ask.tools) {
        const QJsonObject object = value.toObject();
        request.tools.append({object.value("name"_L1).toString(), object.value("description"_L1).toString(),
                              object.value("parameters"_L1).toObject()});
    }
    return request;
}

} // namespace

Mind::Tool *Mind::toolOf(const QString &receipt)
{
    for (Tool &tool : m_open)
        if (tool.call.receipt == receipt) return &tool;
    return nullptr;
}

void Mind::callTool(const CallTool &call)
{
    if (call.changesOutside) {
        // At most once, whatever asks again; how the first time ended is not known.
        if (m_receipts.contains(call.receipt)) return handle({ToolFailed{call.receipt, {Error::Code::TimedOut, {call.name, u"0"_s}}}});
        m_receipts.insert(call.receipt);
        m_undo.reset();
    }
    m_body.happened(events::ToolCalled{call.receipt, call.node, call.name, call.method, call.url, call.changesOutside, call.arguments});
    m_body.waitsFor(Part::Tool, call.name);
    m_open.push_back({call, m_body.now()});
    if (!call.changesOutside) return startTool(call.receipt);
    // What is not known to have been asked for might be asked for again after a crash.
    m_body.onceRecorded([this, alive = m_alive, receipt = call.receipt] {
        if (*alive && toolOf(receipt)) startTool(receipt);
    });
}

void Mind::startTool(const QString &receipt)
{
    if (toolOf(receipt)->call.kind != CallTool::Kind::Http) return doOwn(receipt);
    if (!m_tools) {
        auto made = m_ports.toolRunner(m_executor);
        if (!made) return toolDone(receipt, made.error());
        m_tools = std::move(*made);
    }
    tryTool(receipt);
}

// What the host does itself: keys and silence.
void Mind::doOwn(const QString &receipt)
{
    Tool *tool = toolOf(receipt);
    const auto good = [](const QJsonObject &json) { return ToolResponse{200, QJsonDocument(json).toJson(QJsonDocument::Compact), json, 0}; };
    if (tool->call.kind == CallTool::Kind::PressKeys) {
        const QString digits = tool->call.arguments.value("digits"_L1).toString();
        if (!isKeys(digits)) return toolDone(receipt, Error{Error::Code::BadValue, {u"digits"_s, digits.left(40)}});
        if (!m_body.pressKeys(digits)) return toolDone(receipt, Error{Error::Code::KeysNotPressed});
        return toolDone(receipt, good({{u"pressed"_s, digits}}));
    }
    m_body.waitsOnPurpose();
    tool->watch = m_executor.callAt(m_executor.nowUs() + tool->call.timeoutMs * 1000, [this, receipt, good] {
        if (Tool *waited = toolOf(receipt)) waited->watch = 0;
        toolDone(receipt, good({{u"caller"_s, u"said nothing"_s}}));
    });
}

// The caller speaks: nobody is silent any more.
void Mind::endWaits()
{
    QStringList waits;
    for (const Tool &tool : m_open)
        if (tool.call.kind == CallTool::Kind::Wait) waits.append(tool.call.receipt);
    const QJsonObject json{{u"caller"_s, u"spoke"_s}};
    for (const QString &receipt : waits) toolDone(receipt, ToolResponse{200, QJsonDocument(json).toJson(QJsonDocument::Compact), json, 0});
}

void Mind::tryTool(const QString &receipt)
{
    Tool *tool = toolOf(receipt);
    ++tool->tries;
    const qint64 timeoutMs = tool->call.timeoutMs;
    tool->watch = m_executor.callAt(m_executor.nowUs() + timeoutMs * 1000 + kGraceUs, [this, receipt, timeoutMs] {
        Tool *late = toolOf(receipt);
        if (!late) return;
        late->watch = 0;
        m_tools->cancel(late->id);
        tried(receipt, Error{Error::Code::TimedOut, {late->call.name, QString::number(timeoutMs)}});
    });
    const auto id = m_tools->call(toolRequestOf(tool->call, m_settings.conversation),
                                  [this, alive = m_alive, receipt, attempt = tool->tries](const Result<ToolResponse> &response) {
                                      const Tool *open = *alive ? toolOf(receipt) : nullptr;
                                      if (open && open->tries == attempt) tried(receipt, response);
                                  });
    if (Tool *open = toolOf(receipt)) open->id = id;
}

void Mind::tried(const QString &receipt, const Result<ToolResponse> &response)
{
    Tool *tool = toolOf(receipt);
    if (tool->watch) m_executor.cancel(tool->watch);
    tool->watch = 0;
    if (tool->tries > tool->call.retries || !mayWorkLater(response)) return toolDone(receipt, response);
    Error why(Error::Code::ServerFailed);
    if (response) why.args = {tool->call.name, QString::number(response->status)};
    else why = response.error();
    m_body.happened(events::Failure{why.codeName(), why.args, why.detail});
    tool->watch = m_executor.callAt(m_executor.nowUs() + (kBackOffUs << (tool->tries - 1)), [this, receipt] {
        if (toolOf(receipt)) tryTool(receipt);
    });
}

void Mind::toolDone(const QString &receipt, const Result<ToolResponse> &response)
{
    Tool *found = toolOf(receipt);
    if (!found) return; // answered twice, or given up
    if (found->watch) m_executor.cancel(found->watch);
    const Tool tool = std::move(*found);
    m_open.erase(m_open.begin() + (found - m_open.data()));
    if (m_open.empty()) m_body.waitsFor(Part::Decision, {});
    else m_body.waitsFor(Part::Tool, m_open.front().call.name);
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

void Mind::dropTools()
{
    for (const Tool &tool : m_open) {
        if (tool.watch) m_executor.cancel(tool.watch);
        // What changes the outside is not called back: half done would be worse than done.
        if (m_tools && tool.id != 0 && !tool.call.changesOutside) m_tools->cancel(tool.id);
    }
    m_open.clear();
}

void Mind::askModel(const AskModel &ask)
{
    stopModel();
    m_body.happened(events::ModelAsked{ask.receipt, ask.node, m_modelName});
    m_body.waitsFor(Part::Model, m_modelName);
    m_modelReceipt = ask.receipt;
    m_modelText.clear();
    m_modelSaid = false;
    m_modelStart = m_body.now();
    m_modelFirst = {};
    if (!m_model) {
        auto made = makeModel();
        if (!made) return modelFailed(made.error());
        m_model = std::move(*made);
        m_model->setListener(this);
    }
    m_modelWatch = m_executor.callAt(m_executor.nowUs() + ask.timeoutMs * 1000 + kGraceUs, [this, ms = ask.timeoutMs] {
        m_modelWatch = 0;
        m_model->stop();
        modelFailed({Error::Code::TimedOut, {m_modelName, QString::number(ms)}});
    });
    m_model->ask(requestOf(ask, m_modelName));
}

Result<std::unique_ptr<LanguageModel>> Mind::makeModel()
{
    const bool own = m_own != nullptr;
    Result<std::unique_ptr<LanguageModel>> first(std::move(m_own));
    if (!own) first = m_ports.languageModel(m_settings.modelProvider, m_executor);
    // Behind a model of its own stands the agent's chat model, when it names no second one.
    const bool chat = own && m_settings.secondModel.isEmpty();
    const QString model = chat ? m_settings.model : m_settings.secondModel, provider = chat ? m_settings.modelProvider : m_settings.secondProvider;
    if (model.isEmpty()) return first;
    const auto make = [this, provider] { return m_ports.languageModel(provider, m_executor); };
    const auto tookOver = [this, model](const Error &why) {
        m_body.happened(events::Failure{why.codeName(), why.args, why.detail});
        m_body.happened(events::TookOver{u"model"_s, m_modelName, model, why.codeName()});
        m_body.waitsFor(Part::Model, model);
    };
    return std::unique_ptr<LanguageModel>(
        std::make_unique<ModelChain>(std::move(first), ModelChain::Second{make, model, m_settings.secondAfterMs * 1000}, tookOver, m_executor));
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

// The caller hears them at once; where a sentence ends is for the dialogue to count.
void Mind::modelSpeaks(const QString &words)
{
    if (m_modelReceipt.isEmpty()) return;
    if (m_modelFirst == Micros{}) m_modelFirst = m_body.now();
    m_body.waitsFor(Part::Decision, {});
    m_modelSaid = true;
    const bool goesOn = !words.isEmpty() && !u".!?…"_s.contains(words.back());
    handle({ModelText{m_modelReceipt, words, goesOn}});
}

void Mind::modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &usage)
{
    if (m_modelReceipt.isEmpty()) return;
    m_body.waitsFor(Part::Decision, {});
    m_body.happened(events::ModelReturned{m_modelReceipt, usage.inputTokens, usage.outputTokens, m_modelStart.value, m_modelFirst.value});
    const QString rest = m_modelText.trimmed();
    if (!rest.isEmpty()) handle({ModelText{m_modelReceipt, rest}});
    QJsonArray toolCalls;
    for (const ModelToolCall &call : calls) {
        QJsonObject json{{u"id"_s, call.id}, {u"name"_s, call.name}, {u"arguments"_s, call.arguments}};
        if (!call.broken.isEmpty()) json.insert(u"broken"_s, call.broken);
        toolCalls.append(json);
    }
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
