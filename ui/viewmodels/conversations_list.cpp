#include "ui/viewmodels/conversations_list.h"
#include "app/workspace/when_done.h"

namespace vox {

ConversationsList::ConversationsList(Fetch fetch, QObject *parent) : QObject(parent), m_fetch(std::move(fetch)) {}

void ConversationsList::setQuery(const ConversationQuery &query)
{
    if (query == m_query) return;
    m_query = query;
    emit queryChanged();
    ask();
}

void ConversationsList::refresh() { ask(); }

void ConversationsList::ask()
{
    ++m_generation; // pages under way belong to rows that will go
    m_fetching = false;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_clock.start();
    whenDone(m_fetch(m_query, 0), this, [this](const Result<ConversationPage> &page) { take(page); });
}

void ConversationsList::take(const Result<ConversationPage> &page)
{
    m_asking = false;
    if (std::exchange(m_askAgain, false)) return ask(); // the answer to a question that is no longer asked
    m_tookUs = m_clock.nsecsElapsed() / 1000;
    m_answered = true;
    m_error = page ? std::nullopt : std::optional(page.error());
    if (page) {
        m_count = page->count;
        m_countCapped = page->countCapped;
    }
    if (page && (page->rows != m_rows || page->next != m_next)) {
        emit aboutToReset();
        m_rows = page->rows;
        m_next = page->next;
        emit reset();
    }
    emit answered();
}

void ConversationsList::fetchMore()
{
    if (m_next == 0 || m_fetching || m_asking) return;
    m_fetching = true;
    whenDone(m_fetch(m_query, m_next), this, [this, generation = m_generation](const Result<ConversationPage> &page) {
        if (generation == m_generation) takeMore(page);
    });
}

void ConversationsList::takeMore(const Result<ConversationPage> &page)
{
    m_fetching = false;
    if (!page) {
        m_error = page.error();
        m_next = 0;
        emit answered();
        return;
    }
    m_next = page->next;
    if (page->rows.isEmpty()) return;
    emit aboutToAppend(int(m_rows.size()), int(m_rows.size() + page->rows.size()) - 1);
    m_rows += page->rows;
    emit appended();
}

int ConversationsList::indexOf(ConversationId id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].id == id) return int(i);
    return -1;
}

} // namespace vox
