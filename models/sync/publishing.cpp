#include "models/sync/publishing.h"
#include "models/base/check_fields.h"
#include "models/kinds/kinds.h"
#include "models/store/store.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Documents = QMap<DocumentId, RevisionId>;

Result<EnvironmentState> stateOf(Store &store, Environment environment)
{
    const auto states = store.releases().environments();
    if (!states) return states.error();
    for (const EnvironmentState &state : *states)
        if (state.environment == environment) return state;
    return Error(Error::Code::NotFound, {u"environment"_s, enumName(environment)});
}

Result<Documents> documentsOf(Store &store, const QString &release)
{
    if (release.isEmpty()) return Documents();
    const auto found = store.releases().release(release);
    if (!found) return found.error();
    return found->documents;
}

Result<QJsonObject> contentOf(Store &store, const RevisionId &revision, const KindInfo *kind)
{
    const auto header = store.documents().revision(revision);
    if (!header) return header.error();
    const auto bytes = store.documents().content(revision);
    if (!bytes) return bytes.error();
    const QJsonObject content = QJsonDocument::fromJson(*bytes).object();
    return kind ? readContent(*kind, header->header.schema, content).content : content;
}

// Ids that fields of type Reference name, wherever they stand.
void references(const QJsonObject &content, const FieldList &fields, QSet<QString> &out)
{
    for (const FieldInfo &field : fields) {
        const QJsonValue value = content.value(field.key);
        if (field.type == FieldType::Reference && value.isString()) out.insert(value.toString());
        if (field.type == FieldType::Object) references(value.toObject(), field.fields, out);
        if (field.type == FieldType::ObjectList)
            for (const QJsonValue &item : value.toArray()) references(item.toObject(), field.fields, out);
    }
}

QList<ReleaseChange> sorted(QList<ReleaseChange> changes)
{
    std::sort(changes.begin(), changes.end(), [](const ReleaseChange &a, const ReleaseChange &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order ? order < 0 : a.document.text() < b.document.text();
    });
    return changes;
}

Result<QList<ReleaseChange>> compare(Store &store, const Documents &before, const Documents &after)
{
    QList<ReleaseChange> out;
    Documents all = before;
    all.insert(after);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const RevisionId was = before.value(it.key()), is = after.value(it.key());
        if (was == is) continue;
        const auto row = store.documents().find(it.key());
        if (!row) return row.error();
        out.append({it.key(), row->kind, row->name, was, is});
    }
    return sorted(out);
}

// What is named by what is published is published with it, at the revision it has there, else as it stands.
Result<void> close(Store &store, Documents &documents)
{
    QList<DocumentId> open = documents.keys();
    while (!open.isEmpty()) {
        const DocumentId id = open.takeLast();
        const auto row = store.documents().find(id);
        if (!row) return row.error();
        const KindInfo *kind = findKind(row->kind);
        if (!kind) continue;
        const auto content = contentOf(store, documents.value(id), kind);
        if (!content) continue; // erased: it refers to nothing any more
        QSet<QString> named;
        references(*content, kind->fields, named);
        for (const QString &text : std::as_const(named)) {
            const auto other = DocumentId::parse(text);
            if (!other || documents.contains(*other)) continue;
            const auto there = store.documents().find(*other);
            if (!there || there->deleted || there->heads.isEmpty()) continue; // the kind's own rules complain
            documents.insert(*other, there->head());
            open.append(*other);
        }
    }
    return {};
}

Result<QList<PublishBlock>> blocksOf(Store &store, const QList<ReleaseChange> &changes)
{
    QList<PublishBlock> out;
    for (const ReleaseChange &change : changes) {
        if (change.after.isEmpty()) continue;
        const auto row = store.documents().find(change.document);
        if (!row) return row.error();
        PublishBlock block{change.document, change.name, row->heads.size() > 1 && row->heads.contains(change.after), {}};
        if (const KindInfo *kind = findKind(change.kind)) {
            const auto content = contentOf(store, change.after, kind);
            if (!content) return content.error();
            block.problems = validate(*kind, *content);
            block.problems.removeIf([](const Problem &problem) { return problem.severity != Problem::Severity::Error; });
        }
        if (block.conflict || !block.problems.isEmpty()) out.append(block);
    }
    return out;
}

Result<PublishPlan> planFor(Store &store, const EnvironmentState &state, const Documents &now, Documents documents)
{
    if (const auto closed = close(store, documents); !closed) return closed.error();
    const auto changes = compare(store, now, documents);
    if (!changes) return changes.error();
    const auto blocks = blocksOf(store, *changes);
    if (!blocks) return blocks.error();
    return PublishPlan{state.environment, documents, *changes, *blocks, state.generation};
}

// Everything that can be published, as it stands; deleted documents are left out.
Result<Documents> drafts(Store &store)
{
    Documents out;
    for (const KindInfo *kind : kinds()) {
        const auto rows = store.documents().list(kind->name);
        if (!rows) return rows.error();
        for (const DocumentRow &row : *rows)
            if (!row.heads.isEmpty()) out.insert(row.id, row.head());
    }
    return out;
}

} // namespace

Result<PublishPlan> planPublishing(Store &store, Environment environment, const QList<DocumentId> &take)
{
    const auto state = stateOf(store, environment);
    if (!state) return state.error();
    const auto now = documentsOf(store, state->release);
    if (!now) return now.error();
    if (take.isEmpty()) {
        const auto all = drafts(store);
        return all ? planFor(store, *state, *now, *all) : Result<PublishPlan>(all.error());
    }
    Documents documents = *now;
    for (const DocumentId &id : take) {
        const auto row = store.documents().find(id);
        if (!row) return row.error();
        if (row->deleted) documents.remove(id);
        else if (!row->heads.isEmpty()) documents.insert(id, row->head());
    }
    return planFor(store, *state, *now, documents);
}

Result<PublishPlan> planRelease(Store &store, Environment environment, const QString &release)
{
    const auto state = stateOf(store, environment);
    if (!state) return state.error();
    const auto now = documentsOf(store, state->release);
    if (!now) return now.error();
    const auto documents = documentsOf(store, release);
    if (!documents) return documents.error();
    return planFor(store, *state, *now, *documents);
}

Result<PublishPlan> planDocuments(Store &store, Environment environment, const QMap<DocumentId, RevisionId> &documents)
{
    const auto state = stateOf(store, environment);
    if (!state) return state.error();
    const auto now = documentsOf(store, state->release);
    if (!now) return now.error();
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        const auto revision = store.documents().revision(it.value());
        if (!revision) return revision.error();
        if (revision->header.document != it.key() || revision->header.isTombstone()) return Error(Error::Code::BadValue, {u"/documents"_s, it.value()});
    }
    return planFor(store, *state, *now, documents);
}

Result<EnvironmentState> publish(Store &store, const PublishPlan &plan, const Publication &publication)
{
    for (const PublishBlock &block : plan.blocks) {
        if (block.conflict) return Error(Error::Code::Conflict, {block.name});
        return Error(Error::Code::AgentInvalid, {block.name, QString::number(block.problems.size())});
    }
    EnvironmentState moved;
    const auto done = store.transaction([&]() -> Result<void> {
        auto state = stateOf(store, plan.environment);
        if (!state) return state.error();
        if (state->generation != plan.generation) return Error(Error::Code::Conflict, {enumName(plan.environment)});
        const auto release = store.releases().make({0, plan.documents, publication.author, publication.now, publication.message});
        if (!release) return release.error();
        if (publication.at > publication.now) {
            state->scheduledRelease = release->id();
            state->scheduledFor = publication.at;
            state->scheduledBy = publication.author;
        } else {
            state->previous = state->release;
            state->release = release->id();
            state->changedBy = publication.author;
            state->changed = publication.now;
        }
        const auto now = store.releases().move(*state);
        if (!now) return now.error();
        moved = *now;
        return {};
    });
    if (!done) return done.error();
    return moved;
}

Result<EnvironmentState> rollBack(Store &store, Environment environment, const QString &author, UtcMs now)
{
    auto state = stateOf(store, environment);
    if (!state) return state.error();
    if (state->previous.isEmpty()) return Error(Error::Code::NotFound, {u"previous release"_s, enumName(environment)});
    std::swap(state->release, state->previous);
    state->changedBy = author;
    state->changed = now;
    return store.releases().move(*state);
}

Result<EnvironmentState> cancelScheduled(Store &store, Environment environment, const QString &author, UtcMs now)
{
    auto state = stateOf(store, environment);
    if (!state || state->scheduledRelease.isEmpty()) return state;
    state->scheduledRelease.clear();
    state->scheduledFor = {};
    state->scheduledBy.clear();
    Q_UNUSED(author)
    Q_UNUSED(now)
    return store.releases().move(*state);
}

Result<QList<EnvironmentState>> publishDue(Store &store, UtcMs now)
{
    const auto states = store.releases().environments();
    if (!states) return states.error();
    QList<EnvironmentState> moved;
    for (EnvironmentState state : *states) {
        if (state.scheduledRelease.isEmpty() || state.scheduledFor > now) continue;
        state.previous = state.release;
        state.release = std::exchange(state.scheduledRelease, {});
        state.changedBy = std::exchange(state.scheduledBy, {});
        state.changed = now;
        state.scheduledFor = {};
        const auto done = store.releases().move(state);
        if (done) moved.append(*done);
        else if (done.error().code != Error::Code::Conflict) return done.error(); // else somebody was faster
    }
    return moved;
}

Result<QList<ReleaseChange>> compareReleases(Store &store, const QString &before, const QString &after)
{
    const auto was = documentsOf(store, before), is = documentsOf(store, after);
    if (!was) return was.error();
    if (!is) return is.error();
    return compare(store, *was, *is);
}

Result<QList<ReleaseChange>> draftDrift(Store &store, Environment environment)
{
    const auto state = stateOf(store, environment);
    if (!state) return state.error();
    if (state->release.isEmpty()) return QList<ReleaseChange>();
    const auto published = documentsOf(store, state->release);
    if (!published) return published.error();
    Documents now;
    for (auto it = published->cbegin(); it != published->cend(); ++it) {
        const auto row = store.documents().find(it.key());
        if (!row) return row.error();
        if (!row->deleted) now.insert(it.key(), row->heads.contains(it.value()) ? it.value() : row->head());
    }
    return compare(store, *published, now);
}

} // namespace vox
