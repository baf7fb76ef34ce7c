#pragma once
#include "app/ports/language_model.h"
#include "app/realtime/executor.h"
#include "models/base/result.h"
#include <functional>
#include <memory>

namespace vox {

// A chat model that does not leave the caller without an answer: when the first one fails before its first word, or its
// first word is late, a second one is asked the same, within the turn and for the rest of the call. Owned by its
// conversation's mind, on its executor.
class ModelChain final : public LanguageModel, private LanguageModel::Listener {
public:
    struct Second {
        std::function<Result<std::unique_ptr<LanguageModel>>()> make;
        QString model;                 // its name at the provider
        std::int64_t afterUs = 4000000; // the first one is late then
    };
    using TookOver = std::function<void(const Error &why)>;

    // `first` may be an error: the second one answers from the beginning.
    ModelChain(Result<std::unique_ptr<LanguageModel>> first, Second second, TookOver tookOver, Executor &executor);
    ~ModelChain() override;

    void setListener(LanguageModel::Listener *listener) override { m_listener = listener; }
    void ask(const ModelRequest &request) override;
    void stop() override;

private:
    void modelText(const QString &piece) override;
    void modelSpeaks(const QString &words) override;
    void modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &usage) override;
    void modelFailed(const Error &error) override;
    void askOne();
    void takeOver(const Error &why);
    void failLater(const Error &error);
    void stopWatching();

    std::unique_ptr<LanguageModel> m_one;
    std::unique_ptr<LanguageModel> m_retired; // may still be on the call stack
    std::optional<Error> m_firstFailure;
    Second m_second;                          // `make` is empty once it was used
    TookOver m_tookOver;
    Executor &m_executor;
    LanguageModel::Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);

    ModelRequest m_request;
    quint32 m_question = 0;
    bool m_asking = false, m_said = false;
    Executor::TimerId m_watch = 0;
};

} // namespace vox
