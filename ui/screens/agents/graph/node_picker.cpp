#include "ui/screens/agents/graph/node_picker.h"
#include "models/dialogue/node_type.h"
#include "ui/kit/icons.h"
#include "ui/kit/node_look.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include <QCoreApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

NodePicker::NodePicker(QWidget *owner) : kit::Popup(owner), m_words(new kit::SearchField(tr("Find a node"), this)), m_list(new QListWidget(this))
{
    const kit::Theme &theme = kit::Theme::of(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Kinds of nodes"));
    m_list->setIconSize(QSize(theme.metrics().icon, theme.metrics().icon));
    for (const NodeType *type : nodeTypes()) {
        const QString name = QLatin1StringView(type->name);
        if (name == "start"_L1) continue;
        const kit::NodeLook &look = kit::nodeLook(name);
        auto *item = new QListWidgetItem(kit::icon(look.icon, look.meaning), QCoreApplication::translate("NodeType", type->label), m_list);
        item->setData(Qt::UserRole, name);
        item->setToolTip(QCoreApplication::translate("NodeType", type->description));
        item->setSizeHint(QSize(0, theme.metrics().paletteRow));
    }
    setFixedWidth(theme.px(248));
    column()->addWidget(m_words);
    column()->addWidget(m_list);
    m_list->setFixedHeight(theme.metrics().paletteRow * m_list->count() + 4);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &NodePicker::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &NodePicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &NodePicker::choose);
    connect(m_list, &QListWidget::itemActivated, this, &NodePicker::choose);
}

void NodePicker::openAtPoint(QPoint global)
{
    m_words->clear();
    filter({});
    QWidget anchor(parentWidget());
    anchor.setGeometry(QRect(parentWidget()->mapFromGlobal(global), QSize(1, 1)));
    openBelow(&anchor);
}

void NodePicker::focusFirst()
{
    m_words->setFocus();
}

void NodePicker::filter(const QString &words)
{
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const bool match = item->text().contains(words.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!match);
        if (match && first < 0) first = i;
    }
    m_list->setCurrentRow(first);
}

void NodePicker::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden()) return;
    const QString type = item->data(Qt::UserRole).toString();
    close();
    emit chosen(type);
}

bool NodePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        for (int row = m_list->currentRow() + step; step && row >= 0 && row < m_list->count(); row += step) {
            if (m_list->item(row)->isHidden()) continue;
            m_list->setCurrentRow(row);
            break;
        }
        if (step) return true;
    }
    return kit::Popup::eventFilter(watched, event);
}

} // namespace vox
