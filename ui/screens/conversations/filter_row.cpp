#include "ui/screens/conversations/filter_row.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/when_done.h"
#include "models/conversation/event_names.h"
#include "ui/kit/chip.h"
#include "ui/kit/roles.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/screens/conversations/conversation_words.h"
#include "ui/viewmodels/conversations_list.h"
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
UtcMs beginningOf(int days) // of the last `days` days, today included
{
    return {QDate::currentDate().addDays(1 - days).startOfDay().toMSecsSinceEpoch()};
}
} // namespace

FilterRow::FilterRow(ConversationsList &list, AgentDocuments &agents, QWidget *parent)
    : RuledRow(Rule::Below, 44, parent), m_list(list), m_agents(agents), m_search(new kit::SearchField), m_chips(new QWidget),
      m_add(new kit::Chip({}, kit::Chip::Kind::Add)), m_count(kit::makeLabel({}, kit::TextStyle::Small, kit::Colour::Text2))
{
    const kit::Theme &t = kit::Theme::of(this);
    m_search->setMinimumWidth(t.px(180));
    m_search->setMaximumWidth(t.px(300));
    auto *chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(t.metrics().grid);
    row()->addWidget(m_search, 3);
    row()->addWidget(m_chips);
    row()->addWidget(m_add);
    row()->addStretch(1);
    row()->addWidget(m_count);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_query.text = text.trimmed();
        apply();
    });
    connect(m_add, &kit::Chip::clicked, this, &FilterRow::openMenu);
    connect(&list, &ConversationsList::answered, this, &FilterRow::showCount);
    const auto names = [this] {
        whenDone(m_agents.list(), this, [this](const Result<QList<AgentRow>> &rows) {
            if (!rows) return;
            m_agentNames.clear();
            for (const AgentRow &agent : *rows) m_agentNames.append({agent.id.text(), agent.name});
            showChips();
        });
    };
    connect(&agents, &AgentDocuments::listChanged, this, names);
    names();
    showChips();
    showCount();
}

void FilterRow::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterRow::clear()
{
    m_periodDays = 0;
    setQuery({});
}

void FilterRow::setQuery(const ConversationQuery &query)
{
    m_query = query;
    const QSignalBlocker quiet(m_search);
    m_search->setText(query.text);
    apply();
}

void FilterRow::apply()
{
    m_list.setQuery(m_query);
    showChips();
}

QString FilterRow::periodText() const
{
    return m_periodDays == 1 ? tr("Today") : tr("Last %n days", nullptr, m_periodDays);
}

QString FilterRow::agentName(const QString &id) const
{
    for (const auto &[agent, name] : m_agentNames)
        if (agent == id) return name;
    return id.left(8);
}

void FilterRow::addChip(const QString &text, std::function<void()> remove)
{
    auto *chip = new kit::Chip(text, kit::Chip::Kind::Applied);
    m_chips->layout()->addWidget(chip);
    connect(chip, &kit::Chip::removed, this, [this, remove = std::move(remove)] {
        remove();
        apply();
    });
}

void FilterRow::showChips()
{
    m_search->setPlaceholderText(tr("Search what was said"));
    m_search->setHint(u"Ctrl+F"_s);
    m_add->setText(tr("Condition"));
    while (QLayoutItem *item = m_chips->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // we may be inside its signal
        delete item;
    }
    if (m_query.from) addChip(tr("Period: %1").arg(periodText()), [this] { m_query.from.reset(); });
    if (!m_query.agent.isEmpty()) addChip(tr("Agent: %1").arg(agentName(m_query.agent)), [this] { m_query.agent.clear(); });
    if (m_query.outcome) addChip(tr("Outcome: %1").arg(outcomeText(*m_query.outcome)), [this] { m_query.outcome.reset(); });
    if (m_query.channel) addChip(tr("Channel: %1").arg(channelText(*m_query.channel)), [this] { m_query.channel.reset(); });
    if (!m_query.language.isEmpty()) addChip(tr("Language: %1").arg(languageText(m_query.language)), [this] { m_query.language.clear(); });
    if (m_query.slowerThanMs)
        addChip(tr("Delay over %1 ms").arg(QLocale().toString(*m_query.slowerThanMs)), [this] { m_query.slowerThanMs.reset(); });
    if (m_query.withErrors) addChip(tr("With errors"), [this] { m_query.withErrors = false; });
    if (m_query.interrupted) addChip(tr("Interrupted"), [this] { m_query.interrupted = false; });
}

void FilterRow::showCount()
{
    if (!m_list.wasAnswered()) return m_count->clear();
    const QString count = QLocale().toString(m_list.count()) + (m_list.isCountCapped() ? u"+"_s : QString());
    m_count->setText(tr("%1, in %2 ms").arg(count, QLocale().toString(double(m_list.tookUs()) / 1000.0, 'f', m_list.tookUs() < 10000 ? 1 : 0)));
    m_count->setToolTip(tr("Conversations found, and how long the search took"));
}

void FilterRow::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this](QMenu *to, const QString &text, auto set) {
        connect(to->addAction(text), &QAction::triggered, this, [this, set] {
            set();
            apply();
        });
    };
    QMenu *period = menu->addMenu(tr("Period"));
    for (const int days : {1, 7, 30})
        add(period, days == 1 ? tr("Today") : tr("Last %n days", nullptr, days), [this, days] {
            m_periodDays = days;
            m_query.from = beginningOf(days);
        });
    QMenu *agents = menu->addMenu(tr("Agent"));
    for (const auto &[id, name] : m_agentNames) add(agents, name, [this, id = id] { m_query.agent = id; });
    agents->setEnabled(!m_agentNames.isEmpty());
    QMenu *outcomes = menu->addMenu(tr("Outcome"));
    for (const auto &one : EnumNames<Outcome>::all) add(outcomes, outcomeText(one.value), [this, value = one.value] { m_query.outcome = value; });
    QMenu *channels = menu->addMenu(tr("Channel"));
    for (const auto &one : EnumNames<Channel>::all) add(channels, channelText(one.value), [this, value = one.value] { m_query.channel = value; });
    QMenu *languages = menu->addMenu(tr("Language"));
    for (const QString &tag : {u"en"_s, u"ru"_s}) add(languages, languageText(tag), [this, tag] { m_query.language = tag; });
    QMenu *delays = menu->addMenu(tr("Delay over"));
    for (const int ms : {500, 800, 1200, 2000}) add(delays, tr("%1 ms").arg(QLocale().toString(ms)), [this, ms] { m_query.slowerThanMs = ms; });
    menu->addSeparator();
    add(menu, tr("With errors"), [this] { m_query.withErrors = true; });
    add(menu, tr("Interrupted"), [this] { m_query.interrupted = true; });
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 4)));
}

void FilterRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showChips();
        showCount();
    }
    RuledRow::changeEvent(event);
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit leaveDownwards();
            return true;
        }
    }
    return RuledRow::eventFilter(watched, event);
}

} // namespace vox
