#pragma once
#include "app/ports/speech_to_text.h"
#include "models/base/result.h"
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace vox {

class Executor;
class WorkPool;

// One way to recognise speech on this machine, by the name an agent gives it ("moonshine", "vosk", "phrases").
struct LocalRecogniser {
    QString provider;
    QStringList languages; // first subtags: "en", "ru"
    // Loads what all conversations share, or says why it cannot. Any thread, may block; the second time costs nothing.
    std::function<Result<void>()> prepare;
    // Makes one conversation's recogniser, preparing first if needed. Any thread, also several at once.
    std::function<Result<std::unique_ptr<SpeechToText>>(const QString &language, Executor &executor, WorkPool &pool)> make;
    bool mayEnd = false; // in the middle of a call, with its process
};

// The recognisers of this machine, by provider and language. Owned by the program, outlives all conversations. Any thread;
// one that is removed goes on in the conversations that have it.
class LocalRecognisers {
public:
    // The order of adding is the order of preference within a language; `before` names one it is preferred to.
    void add(LocalRecogniser recogniser, const QString &before = {});
    void remove(const QString &provider);

    // A recogniser for `language` (BCP 47). An empty provider or "local" means the first one that can be made. May take
    // the time of loading a model (about half a second) the first time: prepare() takes it beforehand. Errors: LanguageUnsupported,
    // NotFound (no such provider for the language), and those of the recogniser (ModelMissing, ModelDamaged ...).
    Result<std::unique_ptr<SpeechToText>> make(const QString &provider, const QString &language, Executor &executor,
                                               WorkPool &pool) const;

    // The first one that can be made and is not `failed` (empty: not the preferred one).
    Result<std::unique_ptr<SpeechToText>> makeInstead(const QString &failed, const QString &language, Executor &executor, WorkPool &pool) const;

    // Names of the providers that know a language, best first.
    QStringList providers(const QString &language) const;
    // Loads what make() of the same provider and language would; blocks for as long. Any thread.
    void prepare(const QString &provider, const QString &language) const;
    // Loads who would hear instead, when the one of prepare() may end: a take-over is to cost no loading. Blocks for as long.
    void prepareStandIn(const QString &provider, const QString &language) const;

private:
    using List = std::vector<LocalRecogniser>;
    std::shared_ptr<const List> list() const;
    mutable std::mutex m_mutex;
    std::shared_ptr<const List> m_list = std::make_shared<const List>(); // guarded by m_mutex
};

} // namespace vox
