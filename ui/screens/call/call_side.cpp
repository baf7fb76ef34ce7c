#include "ui/screens/call/call_side.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/tag.h"
#include "ui/kit/time_axis.h"
#include "ui/screens/call/event_text.h"
#include "ui/screens/call/fact_list.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

namespace {
constexpr int mostEvents = 300;
constexpr int mostFields = 8;

QHBoxLayout *pair(QLabel *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->addWidget(left);
    row->addStretch(1);
    row->addWidget(right);
    return row;
}

// A JSON answer field by field; anything else as it came.
QList<FactList::Row> fieldsOf(const QString &body)
{
    QList<FactList::Row> rows;
    const QJsonObject object = QJsonDocument::fromJson(body.toUtf8()).object();
    for (auto it = object.begin(); it != object.end() && rows.size() < mostFields; ++it) {
        FactList::Row row{it.key(), valueText(it.value()), {}};
        row.mono = true;
        rows.append(row);
    }
    if (rows.isEmpty() && !body.isEmpty()) {
        FactList::Row row{{}, body.simplified().left(200), {}};
        row.mono = true;
        rows.append(row);
    }
    return rows;
}
} // namespace

ToolCard::ToolCard(QWidget *parent)
    : QWidget(parent), m_name(kit::makeLabel({}, TextStyle::BodyStrong)), m_status(new kit::Tag), m_time(kit::makeLabel({}, TextStyle::MonoSmall)),
      m_requestNote(kit::makeLabel({}, TextStyle::MonoSmall, Colour::Text3)), m_requestName(kit::makeLabel({}, TextStyle::Small, Colour::Text2)),
      m_responseName(kit::makeLabel({}, TextStyle::Small, Colour::Text2)), m_responseNote(kit::makeLabel({}, TextStyle::Small, Colour::Text3)),
      m_response(new FactList(96)), m_receipt(kit::makeLabel({}, TextStyle::Small, Colour::Text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    auto *icon = new QLabel;
    icon->setPixmap(kit::iconPixmap("wrench", 14, kit::Theme::of(this).strong(kit::Meaning::Tool), devicePixelRatioF()));
    head->addWidget(icon);
    head->addWidget(m_name, 1);
    head->addWidget(m_status);
    head->addWidget(m_time);
    column->addLayout(head);
    m_requestNote->setMinimumWidth(40);
    m_requestNote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_requestNote->setAlignment(Qt::AlignRight);
    auto *request = new QHBoxLayout;
    request->addWidget(m_requestName);
    request->addWidget(m_requestNote, 1);
    column->addLayout(request);
    column->addLayout(pair(m_responseName, m_responseNote));
    m_response->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_response);
    column->addWidget(m_receipt);
    refresh();
}

void ToolCard::setUse(const ToolUse &use)
{
    if (use == m_use) return;
    m_use = use;
    refresh();
}

void ToolCard::refresh()
{
    m_name->setText(m_use.name);
    const bool good = m_use.status >= 200 && m_use.status < 300;
    m_status->setText(!m_use.returned ? u"…"_s : m_use.status > 0 ? QString::number(m_use.status) : tr("no answer"));
    m_status->setMeaning(!m_use.returned ? kit::Meaning::Neutral : good ? kit::Meaning::Success : kit::Meaning::Error);
    m_time->setText(m_use.returned ? tr("%1 ms").arg(QLocale().toString((m_use.end - m_use.start).ms())) : QString());
    m_requestName->setText(tr("Request"));
    const QString target = m_use.method + u' ' + QUrl(m_use.url).path();
    m_requestNote->setText(target);
    m_requestNote->setToolTip(m_use.method + u' ' + m_use.url);
    m_responseName->setText(tr("Response"));
    m_responseNote->setText(m_use.returned ? tr("%n bytes", nullptr, int(m_use.bytes)) : QString());
    m_response->setRows(fieldsOf(m_use.body));
    m_receipt->setText(tr("Receipt %1, will not run twice").arg(m_use.receipt.right(8)));
    m_receipt->setVisible(m_use.changesOutside && !m_use.receipt.isEmpty());
}

void ToolCard::paintEvent(QPaintEvent *)
{
    const kit::Theme &t = kit::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    kit::drawBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), t.metrics().radiusControl, t[Colour::Surface2], t[Colour::Line1]);
}

void ToolCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

VariablesPanel::VariablesPanel(QWidget *parent) : QWidget(parent), m_list(new FactList(120))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    m_list->setAccessibleName(tr("Variables"));
}

void VariablesPanel::setVariables(const QList<VariableFact> &facts)
{
    if (facts == m_facts) return;
    m_facts = facts;
    refresh();
}

void VariablesPanel::refresh()
{
    qint64 newest = 0;
    for (const VariableFact &fact : m_facts) newest = std::max(newest, fact.turn);
    QList<FactList::Row> rows;
    int marked = -1;
    for (const VariableFact &fact : m_facts) {
        FactList::Row row{fact.name, valueText(fact.value), fact.turn > 0 ? tr("turn %1").arg(fact.turn) : tr("start")};
        row.mono = row.ruled = true;
        if (newest > 0 && fact.turn == newest) marked = int(rows.size());
        rows.append(row);
    }
    m_list->setRows(rows);
    m_list->setMarked(marked);
}

void VariablesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

EventsPanel::EventsPanel(QWidget *parent) : QWidget(parent), m_list(new FactList(56))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    m_list->setAccessibleName(tr("Events"));
    m_list->setFocusPolicy(Qt::StrongFocus);
    connect(m_list, &FactList::pressed, this, [this](int row) { emit momentPressed(m_times.value(row)); });
}

void EventsPanel::setEvents(std::span<const ConversationEvent> events)
{
    QList<FactList::Row> rows;
    m_times.clear();
    bool partialShown = false; // of a running utterance only the newest partial says something
    for (auto it = events.rbegin(); it != events.rend() && rows.size() < mostEvents; ++it) {
        const bool partial = std::holds_alternative<events::Partial>(it->body);
        if (partial && partialShown) continue;
        if (std::holds_alternative<events::Utterance>(it->body)) partialShown = true;
        if (std::holds_alternative<events::SpeechStarted>(it->body)) partialShown = false;
        partialShown = partialShown || partial;
        const auto text = describe(*it);
        if (!text) continue;
        rows.append({kit::TimeAxis::text(it->at.value, 1), text->text, {}, text->icon, text->meaning});
        m_times.append(it->at.value);
    }
    m_list->setRows(rows);
}

} // namespace vox
