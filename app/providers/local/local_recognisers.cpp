#include "app/providers/local/local_recognisers.h"
#include "app/providers/local/language_tag.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
bool isAnyLocal(const QString &provider) { return provider.isEmpty() || provider == "local"_L1; }
} // namespace

std::shared_ptr<const LocalRecognisers::List> LocalRecognisers::list() const
{
    const std::lock_guard lock(m_mutex);
    return m_list;
}

void LocalRecognisers::add(LocalRecogniser recogniser, const QString &before)
{
    const std::lock_guard lock(m_mutex);
    auto next = std::make_shared<List>(*m_list);
    const auto at = std::find_if(next->begin(), next->end(), [&](const LocalRecogniser &one) { return !before.isEmpty() && one.provider == before; });
    next->insert(at, std::move(recogniser));
    m_list = std::move(next);
}

void LocalRecognisers::remove(const QString &provider)
{
    const std::lock_guard lock(m_mutex);
    auto next = std::make_shared<List>(*m_list);
    std::erase_if(*next, [&](const LocalRecogniser &one) { return one.provider == provider; });
    m_list = std::move(next);
}

Result<std::unique_ptr<SpeechToText>> LocalRecognisers::make(const QString &provider, const QString &language,
                                                             Executor &executor, WorkPool &pool) const
{
    std::optional<Error> firstFailure;
    const QString tag = firstSubtag(language);
    const auto all = list();
    for (const LocalRecogniser &one : *all) {
        if (!one.languages.contains(tag) || (!isAnyLocal(provider) && one.provider != provider)) continue;
        auto made = one.make(language, executor, pool);
        if (made) {
            // A model that is not installed may be a choice, a damaged one never is.
            if (firstFailure && firstFailure->code != Error::Code::ModelMissing) (*made)->setStandsInBecause(*firstFailure);
            (*made)->setProvider(one.provider);
            return made;
        }
        if (!firstFailure) firstFailure = made.error();
    }
    if (firstFailure) return *firstFailure;
    if (isAnyLocal(provider) || providers(language).isEmpty()) return Error{Error::Code::LanguageUnsupported, {language}};
    return Error{Error::Code::NotFound, {u"recogniser"_s, provider}};
}

Result<std::unique_ptr<SpeechToText>> LocalRecognisers::makeInstead(const QString &failed, const QString &language, Executor &executor,
                                                                    WorkPool &pool) const
{
    QStringList names = providers(language);
    names.removeOne(isAnyLocal(failed) ? names.value(0) : failed);
    Result<std::unique_ptr<SpeechToText>> made = Error{Error::Code::NotFound, {u"recogniser"_s, failed}};
    for (const QString &name : std::as_const(names))
        if ((made = make(name, language, executor, pool))) return made;
    return made;
}

QStringList LocalRecognisers::providers(const QString &language) const
{
    QStringList names;
    const QString tag = firstSubtag(language);
    const auto all = list();
    for (const LocalRecogniser &one : *all)
        if (one.languages.contains(tag)) names << one.provider;
    return names;
}

void LocalRecognisers::prepareStandIn(const QString &provider, const QString &language) const
{
    const QString tag = firstSubtag(language);
    const auto all = list();
    const auto knows = [&](const LocalRecogniser &one) { return one.languages.contains(tag); };
    const auto first = std::find_if(all->begin(), all->end(), [&](const LocalRecogniser &one) { return knows(one) && (isAnyLocal(provider) || one.provider == provider); });
    if (first == all->end() || !first->mayEnd) return;
    for (const LocalRecogniser &one : *all)
        if (knows(one) && one.provider != first->provider && one.prepare()) return;
}

void LocalRecognisers::prepare(const QString &provider, const QString &language) const
{
    const QString tag = firstSubtag(language);
    const auto all = list();
    for (const LocalRecogniser &one : *all)
        if (one.languages.contains(tag) && (isAnyLocal(provider) || one.provider == provider) && one.prepare()) return;
}

} // namespace vox
