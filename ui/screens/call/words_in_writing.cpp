#include "ui/screens/call/words_in_writing.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/when_done.h"
#include "models/kinds/agents/agent.h"
#include "ui/kit/icons.h"
#include "ui/kit/popup.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/viewmodels/call_view_model.h"
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostPhrases = 4; // of each intent
}

WordsInWriting::WordsInWriting(CallViewModel &call, AgentDocuments *agents, QWidget *parent)
    : QWidget(parent), m_call(call), m_agents(agents), m_field(new QLineEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::Theme::of(this).metrics().grid);
    row->addWidget(m_field, 1);
    connect(m_field, &QLineEdit::returnPressed, this, &WordsInWriting::send);
    if (agents) {
        m_phrases = new QPushButton(kit::icon("book-open"), {});
        m_digits = new QPushButton(kit::icon("keyboard"), {});
        row->addWidget(m_phrases);
        row->addWidget(m_digits);
        connect(m_phrases, &QPushButton::clicked, this, &WordsInWriting::openPhrases);
        connect(m_digits, &QPushButton::clicked, this, &WordsInWriting::openDigits);
    }
    connect(&call, &CallViewModel::stateChanged, this, [this] {
        if (m_call.state() == CallViewModel::State::Starting) loadPhrases();
        enable();
    });
    retranslate();
    enable();
}

void WordsInWriting::retranslate()
{
    m_field->setPlaceholderText(tr("Say it in writing, as the caller"));
    m_field->setAccessibleName(tr("Say it in writing"));
    if (!m_phrases) return;
    m_phrases->setText(tr("Phrases"));
    m_digits->setText(tr("Keys"));
    m_digits->setToolTip(tr("Keys of a telephone (DTMF)"));
}

void WordsInWriting::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void WordsInWriting::enable()
{
    const bool live = m_call.state() == CallViewModel::State::Live;
    m_field->setEnabled(live);
    m_field->setToolTip(live ? QString() : tr("Call an agent first."));
    for (QPushButton *button : {m_phrases, m_digits})
        if (button) button->setEnabled(live);
}

void WordsInWriting::focusField() { m_field->setFocus(Qt::ShortcutFocusReason); }

void WordsInWriting::send()
{
    if (m_field->text().trimmed().isEmpty()) return;
    m_call.say(m_field->text());
    m_field->clear();
}

void WordsInWriting::loadPhrases()
{
    m_intents.clear();
    m_listensFor.clear();
    if (!m_agents) return;
    whenDone(m_agents->load(m_call.agent()), this, [this](const Result<AgentSnapshot> &snapshot) {
        if (!snapshot) return;
        const Agent agent = fromJson<Agent>(snapshot->content);
        const QString language = agent.languages.value(0);
        for (const auto &intent : agent.intents) m_intents.append({intent.id, intent.name, intent.examples.in(language)});
        for (const QJsonValue &node : agent.flow.value("nodes"_L1).toArray()) {
            QStringList ids;
            for (const QJsonValue &id : node["settings"_L1]["intents"_L1].toArray()) ids.append(id.toString());
            m_listensFor.insert(node["id"_L1].toString(), ids);
        }
    });
}

void WordsInWriting::openPhrases()
{
    if (!m_phrases || !m_phrases->isEnabled()) return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList now = m_listensFor.value(m_call.summary().activeNode);
    const auto add = [&](bool listenedFor) {
        for (const Intent &intent : m_intents) {
            if (now.contains(intent.id) != listenedFor || intent.examples.isEmpty()) continue;
            menu->addSection(intent.name);
            for (const QString &phrase : intent.examples.mid(0, mostPhrases))
                connect(menu->addAction(phrase), &QAction::triggered, this, [this, phrase] { m_call.say(phrase); });
        }
    };
    add(true); // what is listened for at this moment comes first
    add(false);
    if (menu->isEmpty()) menu->addAction(tr("This agent has no example phrases."))->setEnabled(false);
    menu->popup(m_phrases->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void WordsInWriting::openDigits()
{
    auto *popup = new kit::Popup(this);
    auto *keys = new QWidget;
    auto *grid = new QGridLayout(keys);
    grid->setSpacing(kit::Theme::of(this).metrics().half);
    const QString digits = u"123456789*0#"_s;
    for (int i = 0; i < digits.size(); ++i) {
        const QString digit = digits.mid(i, 1);
        auto *key = new QPushButton(digit);
        key->setAccessibleName(tr("Key %1").arg(digit));
        key->setFixedWidth(kit::Theme::of(this).px(44));
        grid->addWidget(key, i / 3, i % 3);
        connect(key, &QPushButton::clicked, this, [this, digit] { m_call.press(digit); });
    }
    popup->column()->addWidget(keys);
    connect(popup, &kit::Popup::closed, popup, &QObject::deleteLater);
    popup->openBelow(m_digits);
}

} // namespace vox
