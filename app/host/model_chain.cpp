#include "app/host/model_chain.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace vox {

ModelChain::ModelChain(Result<std::unique_ptr<LanguageModel>> first, Second second, TookOver tookOver, Executor &executor)
    : m_second(std::move(second)), m_tookOver(std::move(tookOver)), m_executor(executor)
{
    if (first) m_one = std::move(*first);
    else m_firstFailure = first.error();
    if (m_one) m_one->setListener(this);
}

ModelChain::~ModelChain()
{
    *m_alive = false;
    stopWatching();
    if (m_one) m_one->setListener(nullptr);
}

void ModelChain::ask(const ModelRequest &request)
{
    stop();
    m_request = request;
    ++m_question;
    m_asking = true;
    m_said = false;
    if (!m_one && m_second.make) return takeOver(*m_firstFailure);
    if (!m_one) return failLater(*m_firstFailure);
    askOne();
}

void ModelChain::askOne()
{
    ModelRequest request = m_request;
    if (!m_second.make) request.model = m_second.model;
    else {
        // The second one needs time for its answer, too.
        const std::int64_t late = std::min<std::int64_t>(m_second.afterUs, std::int64_t(request.timeoutMs) * 1000 / 2);
        m_watch = m_executor.callAt(m_executor.nowUs() + late, [this, late] {
            m_watch = 0;
            takeOver({Error::Code::TimedOut, {m_request.model, QString::number(late / 1000)}});
        });
    }
    m_one->ask(request);
}

void ModelChain::stop()
{
    stopWatching();
    m_asking = false;
    if (m_one) m_one->stop();
}

void ModelChain::stopWatching()
{
    if (m_watch) m_executor.cancel(m_watch);
    m_watch = 0;
}

void ModelChain::takeOver(const Error &why)
{
    stopWatching();
    const auto make = std::exchange(m_second.make, nullptr);
    if (m_one) {
        m_one->stop();
        m_one->setListener(nullptr);
        m_retired = std::move(m_one);
    }
    auto second = make();
    if (!second) {
        m_firstFailure = why;
        return failLater(why);
    }
    m_one = std::move(*second);
    m_one->setListener(this);
    m_tookOver(why);
    askOne();
}

void ModelChain::failLater(const Error &error)
{
    m_executor.post([this, alive = m_alive, error, question = m_question] {
        if (!*alive || !m_asking || question != m_question) return;
        m_asking = false;
        if (m_listener) m_listener->modelFailed(error);
    });
}

void ModelChain::modelText(const QString &piece)
{
    stopWatching();
    m_said = true;
    if (m_asking && m_listener) m_listener->modelText(piece);
}

void ModelChain::modelSpeaks(const QString &words)
{
    stopWatching();
    m_said = true;
    if (m_asking && m_listener) m_listener->modelSpeaks(words);
}

void ModelChain::modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &usage)
{
    stopWatching();
    if (!std::exchange(m_asking, false)) return;
    if (m_listener) m_listener->modelFinished(calls, usage);
}

void ModelChain::modelFailed(const Error &error)
{
    stopWatching();
    if (!m_asking) return;
    if (!m_said && m_second.make) return takeOver(error);
    m_asking = false;
    if (m_listener) m_listener->modelFailed(error);
}

} // namespace vox
