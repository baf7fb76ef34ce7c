#include "ui/screens/agents/tool_try_form.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/tag.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;
using State = ToolTryViewModel::State;

namespace {

constexpr int kTickMs = 100;

QString shortJson(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    QString text = QString::fromUtf8(json.mid(1, json.size() - 2));
    if (text.size() > 200) text = text.left(200) + u'…';
    return text;
}

// How values of a type are typed; nothing for plain text.
QString exampleOf(Type type)
{
    switch (type) {
    case Type::Bool: return u"true"_s;
    case Type::List: return u"a, b"_s;
    case Type::Map: return u"{\"number\": \"+15550100\"}"_s;
    case Type::Timestamp: return u"2026-05-01T09:00:00Z"_s;
    default: return {};
    }
}

QString milliseconds(qint64 us) { return QLocale().toString(qint64((us + 500) / 1000)); }

void showText(kit::TextBlock *block, const QString &text)
{
    block->setText(text);
    block->setVisible(!text.isEmpty());
}

} // namespace

ToolTryForm::ToolTryForm(ToolTryViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_tool(new QComboBox), m_inputs(nullptr), m_inputsHolder(new QWidget), m_send(new QPushButton), m_confirm(new QPushButton),
      m_cancel(new QPushButton(tr("Cancel"))), m_rules(new QPushButton(tr("Where tools may send requests…"))),
      m_asking(new kit::TextBlock({}, TextStyle::Small)), m_trouble(new kit::TextBlock({}, TextStyle::Small)),
      m_next(new kit::TextBlock({}, TextStyle::Small, Colour::Text2)), m_elapsed(kit::makeLabel({}, TextStyle::MonoSmall, Colour::Text2))
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, m.grid, 0, 0);
    column->setSpacing(m.half);
    column->addWidget(kit::makeLabel(tr("Try it"), TextStyle::SmallStrong, Colour::Text2));
    column->addWidget(new kit::TextBlock(tr("Sends the real request with these values, under the same rules as a call."), TextStyle::Small, Colour::Text3));
    m_tool->setAccessibleName(tr("Tool to try"));
    m_tool->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_tool);
    m_inputs = new QVBoxLayout(m_inputsHolder);
    m_inputs->setContentsMargins(0, 0, 0, 0);
    m_inputs->setSpacing(m.half);
    column->addWidget(m_inputsHolder);
    m_asking->setMeaning(kit::Meaning::Warning);
    m_trouble->setMeaning(kit::Meaning::Error);
    column->addSpacing(m.half);
    column->addWidget(m_asking);
    column->addWidget(makeButtons());
    column->addWidget(m_trouble);
    column->addWidget(m_next);
    column->addWidget(m_rules, 0, Qt::AlignLeft);
    column->addWidget(makeAnswer());
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &ToolTryForm::showElapsed);
    connect(m_tool, &QComboBox::activated, &model, &ToolTryViewModel::setTool);
    connect(m_rules, &QPushButton::clicked, this, &ToolTryForm::rulesRequested);
    connect(&model, &ToolTryViewModel::toolsChanged, this, &ToolTryForm::showTools);
    connect(&model, &ToolTryViewModel::inputsChanged, this, &ToolTryForm::makeInputs);
    connect(&model, &ToolTryViewModel::changed, this, &ToolTryForm::showState);
    showTools();
}

QWidget *ToolTryForm::makeButtons()
{
    auto *all = new QWidget;
    auto *row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::Theme::of(this).metrics().grid);
    m_send->setText(tr("Try"));
    m_send->setIcon(kit::icon("send"));
    m_confirm->setText(tr("Send it"));
    kit::setRole(m_confirm, kit::ButtonRole::Danger);
    for (QPushButton *button : {m_send, m_confirm, m_cancel}) row->addWidget(button);
    row->addWidget(m_elapsed);
    row->addStretch(1);
    connect(m_send, &QPushButton::clicked, &m_model, &ToolTryViewModel::send);
    connect(m_confirm, &QPushButton::clicked, &m_model, &ToolTryViewModel::confirm);
    connect(m_cancel, &QPushButton::clicked, &m_model, &ToolTryViewModel::cancel);
    return all;
}

QWidget *ToolTryForm::makeAnswer()
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    m_answer = new QWidget;
    auto *column = new QVBoxLayout(m_answer);
    column->setContentsMargins(0, m.half, 0, 0);
    column->setSpacing(m.half);
    auto *head = new QHBoxLayout;
    head->setSpacing(m.grid);
    head->addWidget(m_status = new kit::Tag);
    head->addWidget(m_times = kit::makeLabel({}, TextStyle::Small, Colour::Text2), 1);
    auto *copy = new QToolButton;
    copy->setIcon(kit::icon("copy"));
    copy->setToolTip(tr("Copy the answer"));
    copy->setAccessibleName(copy->toolTip());
    kit::setRole(copy, kit::ButtonRole::Quiet, kit::ControlSize::Small);
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_model.response().body)); });
    head->addWidget(copy);
    column->addLayout(head);
    column->addWidget(m_line = new kit::TextBlock({}, TextStyle::MonoSmall, Colour::Text3));
    column->addWidget(m_after = new kit::TextBlock({}, TextStyle::Small, Colour::Text2));
    column->addWidget(m_kept = new kit::TextBlock({}, TextStyle::MonoSmall));
    column->addWidget(m_lost = new kit::TextBlock({}, TextStyle::Small));
    m_lost->setMeaning(kit::Meaning::Warning);
    column->addWidget(m_body = new QPlainTextEdit);
    m_body->setReadOnly(true);
    m_body->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_body->setFont(kit::Theme::of(this).font(TextStyle::MonoSmall));
    m_body->setAccessibleName(tr("Answer"));
    column->addWidget(m_headers = new kit::TextBlock({}, TextStyle::MonoSmall, Colour::Text3));
    return m_answer;
}

void ToolTryForm::showTools()
{
    const QSignalBlocker quiet(m_tool);
    m_tool->clear();
    m_tool->addItems(m_model.tools());
    m_tool->setCurrentIndex(m_model.tool());
    m_tool->setVisible(m_model.tools().size() > 1);
    makeInputs();
    showState();
}

void ToolTryForm::makeInputs()
{
    qDeleteAll(m_inputsHolder->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const ToolTry::Input &input : m_model.inputs()) {
        auto *label = kit::makeLabel(input.name, TextStyle::MonoSmall, Colour::Text2);
        label->setToolTip(input.help);
        m_inputs->addWidget(label);
        const auto keep = [this, name = input.name](const QString &text) { m_model.setValue(name, text); };
        if (!input.oneOf.isEmpty()) {
            auto *box = new QComboBox;
            box->addItems(input.oneOf);
            box->setCurrentText(m_model.value(input.name));
            box->setAccessibleName(input.name);
            connect(box, &QComboBox::currentTextChanged, this, keep);
            m_inputs->addWidget(box);
            continue;
        }
        auto *field = new QLineEdit(m_model.value(input.name));
        field->setAccessibleName(input.name);
        field->setToolTip(input.help);
        field->setPlaceholderText(exampleOf(input.type));
        label->setBuddy(field);
        connect(field, &QLineEdit::textEdited, this, keep);
        connect(field, &QLineEdit::returnPressed, &m_model, &ToolTryViewModel::send);
        m_inputs->addWidget(field);
    }
    m_inputsHolder->setVisible(!m_model.inputs().isEmpty());
}

void ToolTryForm::showState()
{
    setVisible(!m_model.tools().isEmpty());
    const State state = m_model.state();
    const bool running = state == State::Running, asking = state == State::Asking;
    m_send->setVisible(!running && !asking);
    m_send->setEnabled(!m_model.mistake());
    m_send->setToolTip(m_model.mistake() ? wording::whatHappened(*m_model.mistake()) : QString());
    m_confirm->setVisible(asking);
    m_cancel->setVisible(running || asking);
    m_cancel->setText(asking ? tr("Do not send") : tr("Cancel"));
    showText(m_asking, asking ? tr("This may change something there, for real: %1").arg(m_model.requestLine()) : QString());
    m_elapsed->setVisible(running);
    if (running && !m_tick.isActive()) {
        m_since.start();
        m_tick.start();
    } else if (!running) {
        m_tick.stop();
    }
    showElapsed();
    showTrouble();
    m_answer->setVisible(state == State::Answered);
    if (state == State::Answered) showAnswer();
}

void ToolTryForm::showElapsed()
{
    if (m_tick.isActive()) m_elapsed->setText(tr("%1 s").arg(QLocale().toString(double(m_since.elapsed()) / 1000, 'f', 1)));
}

void ToolTryForm::showTrouble()
{
    const auto error = m_model.state() == State::Failed ? m_model.error() : m_model.mistake();
    showText(m_trouble, error ? wording::whatHappened(*error) : QString());
    showText(m_next, error ? wording::whatNext(*error) : QString());
    m_rules->setVisible(error && error->code == Error::Code::AddressForbidden);
}

QString ToolTryForm::afterwards() const
{
    const int status = m_model.response().status;
    if (m_model.wentWell()) return tr("A call goes on by “Done”.");
    const QString failed = tr("A call goes on by “Failed”.") + u' ';
    if (status == 401 || status == 403) return failed + tr("The server wants another key: look at the headers and the secret.");
    if (status == 404) return failed + tr("Nothing is at this address: look at the path and the values.");
    if (status == 429) return failed + tr("The server gets too many requests: wait and try again.");
    if (status >= 500) return failed + tr("The server itself failed: its answer may say why.");
    if (status >= 300 && status < 400) return failed + tr("The server sends elsewhere: use the new address.");
    return failed + tr("The server did not take the request: its answer may say why.");
}

void ToolTryForm::showAnswer()
{
    const ToolResponse &response = m_model.response();
    m_status->setText(QString::number(response.status));
    m_status->setMeaning(m_model.wentWell() ? kit::Meaning::Success : kit::Meaning::Error);
    m_status->setIcon(m_model.wentWell() ? "check" : "x");
    m_times->setText(tr("first byte %1 ms, all %2 ms").arg(milliseconds(response.firstByteUs), milliseconds(response.elapsedUs)));
    m_line->setText(m_model.requestLine());
    m_after->setText(afterwards());
    QStringList kept, lost;
    for (const ToolTry::Kept &one : m_model.kept()) {
        if (one.value.isUndefined()) lost.append(tr("%1 stays as it is: the answer has no “%2”.").arg(one.variable, one.path));
        else kept.append(one.variable + u" = "_s + shortJson(one.value));
    }
    showText(m_kept, kept.join(u'\n'));
    showText(m_lost, lost.join(u'\n'));
    showText(m_headers, m_model.shownHeaders().join(u'\n'));
    const QString body = m_model.bodyText();
    m_body->setPlainText(body);
    m_body->setVisible(!body.isEmpty());
    const int lines = std::clamp(int(body.count(u'\n')) + 2, 3, 14);
    m_body->setFixedHeight(lines * QFontMetrics(m_body->font()).lineSpacing() + 2 * kit::Theme::of(this).metrics().grid);
}

} // namespace vox
