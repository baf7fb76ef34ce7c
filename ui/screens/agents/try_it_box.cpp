#include "ui/screens/agents/try_it_box.h"
#include "app/wording/wording.h"
#include "app/workspace/intent_training.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/dialogue/entities/entity.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QDateTime>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

namespace {

constexpr int scoresShown = 3;

} // namespace

// Rows of intent, bar and score; then what was found in the words.
class TryItBox::Scores : public QWidget {
public:
    struct Row { QString name; double score; };

    using QWidget::QWidget;
    void set(QList<Row> rows, QStringList found)
    {
        m_rows = std::move(rows);
        m_found = std::move(found);
        QStringList spoken;
        for (const Row &row : std::as_const(m_rows)) spoken.append(row.name + u' ' + QLocale().toString(row.score, 'f', 2));
        setAccessibleName((spoken + m_found).join(u", "_s));
        update();
    }
    QSize sizeHint() const override { return {200, kit::Theme::of(this).px(20) * (scoresShown + 1)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const kit::Theme &theme = kit::Theme::of(this);
        QPainter painter(this);
        const int line = theme.px(20), figure = theme.px(40), bar = std::min(width() / 3, theme.px(160));
        int y = 0;
        for (const Row &row : std::as_const(m_rows)) {
            const QRect at(0, y, width(), line);
            painter.setFont(theme.font(TextStyle::Small));
            kit::drawLine(painter, at.adjusted(0, 0, -bar - figure - 16, 0), row.name, theme[y == 0 ? Colour::Text1 : Colour::Text2]);
            const QRect track(width() - figure - bar - 8, y + line / 2 - 2, bar, 4);
            painter.fillRect(track, theme[Colour::Surface3]);
            painter.fillRect(QRect(track.topLeft(), QSize(qRound(track.width() * std::clamp(row.score, 0.0, 1.0)), 4)),
                             y == 0 ? theme[Colour::Accent] : theme[Colour::Line3]);
            painter.setFont(theme.font(TextStyle::MonoSmall));
            kit::drawLine(painter, QRect(width() - figure, y, figure, line), QLocale().toString(row.score, 'f', 2), theme[Colour::Text2], Qt::AlignRight);
            y += line;
        }
        painter.setFont(theme.font(TextStyle::Small));
        if (!m_found.isEmpty()) kit::drawLine(painter, QRect(0, y, width(), line), m_found.join(u"   "_s), theme[Colour::Text3]);
    }

private:
    QList<Row> m_rows;
    QStringList m_found;
};

TryItBox::TryItBox(Workspace &workspace, AgentDocumentContent &content, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_content(content), m_words(new QLineEdit), m_state(kit::makeLabel({}, TextStyle::Small, Colour::Text3)),
      m_scores(new Scores)
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.metrics().grid, 0, 0);
    column->setSpacing(theme.metrics().half);
    auto *head = new QHBoxLayout;
    head->addWidget(kit::makeLabel(tr("Try it: what would a caller say?"), TextStyle::SmallStrong, Colour::Text2), 1);
    head->addWidget(m_state);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_scores);
    m_words->setAccessibleName(tr("A sentence to understand"));
    connect(m_words, &QLineEdit::textChanged, this, &TryItBox::understand);
    m_later.setSingleShot(true);
    m_later.setInterval(600); // training waits until typing rests
    connect(&m_later, &QTimer::timeout, this, &TryItBox::train);
    connect(&content, &EditedContent::contentChanged, &m_later, qOverload<>(&QTimer::start));
    train();
}

void TryItBox::setLanguage(const QString &tag)
{
    if (tag == m_language) return;
    m_language = tag;
    understand();
}

void TryItBox::train()
{
    const QJsonValue intents = m_content.content().value("intents"_L1);
    if (intents == m_trainedFor) return;
    m_trainedFor = intents;
    m_state->setText(tr("learning…"));
    const int serial = ++m_serial;
    const auto trained = m_workspace.training().classifierFor(scriptOf(m_content.document().agent()));
    whenDone(trained, this, [this, serial](const Result<std::shared_ptr<const IntentClassifier>> &classifier) {
        if (serial != m_serial) return;
        m_classifier = classifier ? *classifier : nullptr;
        m_state->setText(classifier ? QString() : wording::whatHappened(classifier.error()));
        understand();
    });
}

void TryItBox::understand()
{
    const QString words = m_words->text().trimmed();
    QList<Scores::Row> rows;
    QStringList found;
    if (!words.isEmpty()) {
        QHash<QString, QString> names;
        for (const QJsonValue &intent : m_content.content().value("intents"_L1).toArray())
            names.insert(intent["id"_L1].toString(), intent["name"_L1].toString());
        if (m_classifier)
            for (const IntentScore &score : m_classifier->classify(words, m_language, {}).mid(0, scoresShown))
                rows.append({names.value(score.intent, score.intent), score.score});
        const QDateTime now = QDateTime::currentDateTime();
        const EntityContext context{m_language, {now.toMSecsSinceEpoch()}, now.offsetFromUtc() / 60, {}};
        for (const QString &type : entityTypes()) {
            if (type == "text"_L1) continue;
            if (const auto entity = findEntity(type, words, context)) {
                const QString value = entity->value.isString() ? entity->value.toString() : entity->value.toVariant().toString();
                found.append(type + u": "_s + value);
            }
        }
    }
    m_scores->set(rows, found);
}

} // namespace vox
