#include "app/api/routes/release_json.h"
#include "models/documents/diff.h"
#include "models/kinds/kinds.h"
#include "models/store/store.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDocuments = 200'000;
constexpr int kMostDiffs = 100;

Result<QJsonObject> contentOf(Store &store, const KindInfo &kind, const RevisionId &revision)
{
    if (revision.isEmpty()) return QJsonObject();
    const auto header = store.documents().revision(revision);
    if (!header) return header.error();
    const auto bytes = store.documents().content(revision);
    if (!bytes) return bytes.error();
    return readContent(kind, header->header.schema, QJsonDocument::fromJson(*bytes).object()).content;
}

QString wordOf(Change::What what)
{
    switch (what) {
    case Change::What::Added: return u"added"_s;
    case Change::What::Removed: return u"removed"_s;
    case Change::What::Changed: return u"changed"_s;
    case Change::What::Moved: return u"moved"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

} // namespace

QJsonObject toJson(Store &store, const EnvironmentState &state)
{
    const auto number = [&](const QString &release) {
        const auto found = store.releases().numberOf(release);
        return found && *found > 0 ? QJsonValue(*found) : QJsonValue();
    };
    return QJsonObject{{u"name"_s, enumName(state.environment)},
            {u"release"_s, state.release},
            {u"release_number"_s, number(state.release)},
            {u"previous"_s, state.previous},
            {u"previous_number"_s, number(state.previous)},
            {u"generation"_s, state.generation},
            {u"changed_by"_s, state.changedBy},
            {u"changed_utc_ms"_s, state.changed.value},
            {u"scheduled_release"_s, state.scheduledRelease},
            {u"scheduled_release_number"_s, number(state.scheduledRelease)},
            {u"scheduled_for_utc_ms"_s, state.scheduledFor.value},
            {u"scheduled_by"_s, state.scheduledBy}};
}

QJsonObject toJson(const Release &release)
{
    return {{u"id"_s, release.id()},
            {u"number"_s, release.number},
            {u"author"_s, release.author},
            {u"created_utc_ms"_s, release.created.value},
            {u"message"_s, release.message},
            {u"documents_count"_s, release.documents.size()}};
}

QJsonObject toJson(const QMap<DocumentId, RevisionId> &documents)
{
    QJsonObject out;
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) out.insert(it.key().text(), it.value());
    return out;
}

Result<QJsonArray> toJson(Store &store, const QList<ReleaseChange> &changes)
{
    QJsonArray out;
    for (const ReleaseChange &change : changes) {
        QJsonObject json{{u"document"_s, change.document.text()},
                         {u"kind"_s, change.kind},
                         {u"name"_s, change.name},
                         {u"before"_s, orNull(change.before)},
                         {u"after"_s, orNull(change.after)}};
        const KindInfo *kind = findKind(change.kind);
        if (kind && out.size() < kMostDiffs && !change.before.isEmpty() && !change.after.isEmpty()) {
            const auto before = contentOf(store, *kind, change.before), after = contentOf(store, *kind, change.after);
            QJsonArray steps;
            // Erased contents have no difference to show; that the revisions differ still stands.
            if (before && after)
                for (const Change &step : diff(*before, *after, kind->fields)) {
                    QJsonObject one{{u"what"_s, wordOf(step.what)}, {u"path"_s, step.path}};
                    if (!step.before.isUndefined()) one.insert(u"before"_s, step.before);
                    if (!step.after.isUndefined()) one.insert(u"after"_s, step.after);
                    steps.append(one);
                }
            json.insert(u"changes"_s, steps);
        }
        out.append(json);
    }
    return out;
}

Result<QMap<DocumentId, RevisionId>> documentsFrom(const QJsonObject &json)
{
    QMap<DocumentId, RevisionId> out;
    if (json.size() > kMostDocuments) return Error(Error::Code::TooLarge, {u"/documents"_s, QString::number(kMostDocuments)});
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto id = DocumentId::parse(it.key());
        if (!id || it.key().size() != 36 || it->toString().size() != 64) return Error(Error::Code::BadValue, {u"/documents"_s, it.key().left(64)});
        out.insert(*id, it->toString());
    }
    return out;
}

Result<ApiAnswer> stateAnswer(ApiRequest &request, const Result<EnvironmentState> &state)
{
    if (!state) return state.error();
    return ApiAnswer::json(toJson(request.store(), *state)).tagged(QString::number(state->generation));
}

Result<EnvironmentState> stateOf(Store &store, Environment environment)
{
    const auto states = store.releases().environments();
    if (!states) return states.error();
    for (const EnvironmentState &state : *states)
        if (state.environment == environment) return state;
    return Error(Error::Code::NotFound, {u"environment"_s, enumName(environment)});
}

std::optional<ApiAnswer> refusedPlan(const ApiRequest &request, const PublishPlan &plan)
{
    if (plan.blocks.isEmpty()) return std::nullopt;
    Problems problems;
    for (const PublishBlock &block : plan.blocks) {
        const QString place = u'/' + block.document.text();
        if (block.conflict) problems.append({Problem::Severity::Error, place, Error(Error::Code::Conflict, {block.name}), {}});
        for (Problem problem : block.problems) {
            problem.path.prepend(place);
            problems.append(problem);
        }
    }
    return refusal(request, Error(Error::Code::DocumentInvalid, {plan.blocks.first().name, QString::number(problems.size())}), problems);
}

} // namespace vox
