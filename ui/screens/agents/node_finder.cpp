#include "ui/screens/agents/node_finder.h"
#include "ui/kit/icons.h"
#include "ui/kit/node_look.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace vox {

namespace {

constexpr int mostRows = 50, rowsShown = 8;

} // namespace

NodeFinder::NodeFinder(const FlowViewModel &model, QWidget *owner)
    : kit::Popup(owner), m_model(model), m_words(new kit::SearchField(tr("Find a node by its words"), this)), m_list(new QListWidget(this))
{
    const kit::Theme &theme = kit::Theme::of(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Nodes found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(theme.metrics().paletteRow * rowsShown + 4);
    column()->addWidget(m_words);
    column()->addWidget(m_list);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &NodeFinder::look);
    connect(m_words, &QLineEdit::returnPressed, this, &NodeFinder::choose);
    connect(m_list, &QListWidget::itemClicked, this, &NodeFinder::choose);
    look({});
}

void NodeFinder::focusFirst()
{
    m_words->setFocus();
}

void NodeFinder::look(const QString &words)
{
    m_list->clear();
    for (const QString &id : m_model.search(words).mid(0, mostRows)) {
        const Node *node = m_model.node(id);
        const kit::NodeLook &look = kit::nodeLook(node->type);
        const QString summary = m_model.summary(*node);
        auto *item = new QListWidgetItem(kit::icon(look.icon, look.meaning),
                                         summary.isEmpty() ? m_model.title(*node) : m_model.title(*node) + QStringLiteral("  ·  ") + summary, m_list);
        item->setData(Qt::UserRole, id);
        item->setSizeHint(QSize(0, kit::Theme::of(this).metrics().paletteRow));
    }
    m_list->setCurrentRow(0);
}

void NodeFinder::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item) return;
    const QString id = item->data(Qt::UserRole).toString();
    close();
    emit chosen(id);
}

bool NodeFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return kit::Popup::eventFilter(watched, event);
}

} // namespace vox
