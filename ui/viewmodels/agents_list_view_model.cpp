#include "ui/viewmodels/agents_list_view_model.h"
#include "app/workspace/conversations.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include <QFile>
#include <QSaveFile>

namespace vox {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

} // namespace

AgentsListViewModel::AgentsListViewModel(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    connect(&workspace.agents(), &AgentDocuments::listChanged, this, &AgentsListViewModel::refresh);
    connect(&workspace, &Workspace::mayEditChanged, this, &AgentsListViewModel::changed);
    connect(&workspace.conversations(), &Conversations::listChanged, this, &AgentsListViewModel::askLastCalls);
    refresh();
}

bool AgentsListViewModel::mayEdit() const { return m_workspace.mayEdit(); }

void AgentsListViewModel::refresh()
{
    whenDone(m_workspace.agents().list(), this, [this](const Result<QList<AgentRow>> &rows) {
        if (!rows) {
            emit failed(rows.error());
            return;
        }
        m_loaded = true;
        m_all = *rows;
        filter();
        askLastCalls();
    });
}

void AgentsListViewModel::askLastCalls()
{
    for (const AgentRow &row : std::as_const(m_all)) {
        ConversationQuery query;
        query.agent = row.id.text();
        whenDone(m_workspace.conversations().query(query), this, [this, id = row.id](const Result<ConversationPage> &page) {
            if (!page || page->rows.isEmpty() || m_lastCalls.value(id) == page->rows.first()) return;
            m_lastCalls.insert(id, page->rows.first());
            emit changed();
        });
    }
}

void AgentsListViewModel::setSearch(const QString &words)
{
    if (words == m_search) return;
    m_search = words;
    filter();
}

void AgentsListViewModel::filter()
{
    const QStringList words = m_search.split(u' ', Qt::SkipEmptyParts);
    m_rows.clear();
    for (const AgentRow &row : std::as_const(m_all)) {
        const QString text = row.name + u'\n' + row.description + u'\n' + row.languages.join(u' ');
        const bool match = std::all_of(words.cbegin(), words.cend(),
                                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        if (match) m_rows.append(row);
    }
    emit changed();
}

const ConversationRow *AgentsListViewModel::lastCall(DocumentId agent) const
{
    const auto at = m_lastCalls.constFind(agent);
    return at == m_lastCalls.cend() ? nullptr : &*at;
}

UtcMs AgentsListViewModel::now() const
{
    return m_workspace.now();
}

QList<AgentTemplate> AgentsListViewModel::templates() const
{
    return m_workspace.agents().templates();
}

void AgentsListViewModel::announce(const Result<DocumentId> &made)
{
    if (made)
        emit created(*made);
    else
        emit failed(made.error());
}

void AgentsListViewModel::create(const QString &templateId)
{
    whenDone(m_workspace.agents().createFromTemplate(templateId), this, [this](const Result<DocumentId> &made) { announce(made); });
}

void AgentsListViewModel::duplicate(DocumentId agent, const QString &nameOfCopy)
{
    whenDone(m_workspace.agents().duplicate(agent, nameOfCopy), this, [this](const Result<DocumentId> &made) { announce(made); });
}

void AgentsListViewModel::remove(DocumentId agent)
{
    QString name;
    for (const AgentRow &row : std::as_const(m_all))
        if (row.id == agent) name = row.name;
    whenDone(m_workspace.agents().remove(agent), this, [this, agent, name](const Result<void> &done) {
        if (done)
            emit removed(agent, name);
        else
            emit failed(done.error());
    });
}

void AgentsListViewModel::restore(DocumentId agent)
{
    whenDone(m_workspace.agents().restore(agent), this, [this](const Result<void> &done) {
        if (!done) emit failed(done.error());
    });
}

void AgentsListViewModel::importFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            emit failed({Error::Code::FileUnreadable, {path}, file.errorString()});
            continue;
        }
        if (file.size() > largestFile) {
            emit failed({Error::Code::TooLarge, {path, QString::number(largestFile)}});
            continue;
        }
        whenDone(m_workspace.agents().importFile(file.readAll()), this, [this, path](const Result<AgentImport> &made) {
            if (!made)
                emit failed(made.error());
            else if (made->id.isNull())
                emit importRefused(path, made->problems);
            else
                emit created(made->id);
        });
    }
}

void AgentsListViewModel::exportTo(DocumentId agent, const QString &path)
{
    whenDone(m_workspace.agents().exportFile(agent), this, [this, path](const Result<QByteArray> &bytes) {
        if (!bytes) {
            emit failed(bytes.error());
            return;
        }
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
            emit failed({Error::Code::FileUnwritable, {path}, file.errorString()});
        else
            emit exported(path);
    });
}

} // namespace vox
