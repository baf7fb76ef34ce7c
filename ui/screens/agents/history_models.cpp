#include "ui/screens/agents/history_models.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/theme.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QPainter>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::Meaning;
using kit::TextStyle;

namespace {

QString plain(const QJsonValue &value)
{
    if (value.isString()) return value.toString().simplified();
    if (value.isDouble()) return QLocale().toString(value.toDouble(), 'g', 12);
    if (value.isBool()) return value.toBool() ? VersionsModel::tr("yes") : VersionsModel::tr("no");
    if (value.isArray()) return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject()) {
        // Texts by language are the objects people write; show the words.
        QStringList words;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) words.append(plain(it.value()));
        words.removeAll(QString());
        return words.join(u" · "_s).left(400);
    }
    return {};
}

} // namespace

VersionsModel::VersionsModel(AgentsHistoryViewModel &history, QObject *parent) : QAbstractListModel(parent), m_history(history)
{
    connect(&history, &AgentsHistoryViewModel::versionsChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&history, &AgentsHistoryViewModel::comparisonChanged, this, [this] {
        if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
    });
}

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_history.versions().size());
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    const auto &version = m_history.versions().at(index.row());
    const bool now = version.id.isEmpty();
    const QString when = version.created.value > 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(version.created.value), QLocale::ShortFormat) : QString();
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        if (now) return tr("What stands now");
        return version.message.isEmpty() ? tr("Saved automatically") : version.message;
    case WhenRole: return version.author.isEmpty() ? when : version.author + u", "_s + when;
    case LetterRole: return index.row() == m_history.older() ? u"A"_s : index.row() == m_history.newer() ? u"B"_s : QString();
    case NowRole: return now;
    case Qt::ToolTipRole: return now ? QString() : version.id.left(12);
    default: return {};
    }
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, kit::Theme::of(option.widget).px(52)};
}

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const kit::Theme &theme = kit::Theme::of(option.widget);
    const QRect row = option.rect;
    const QString letter = index.data(VersionsModel::LetterRole).toString();
    painter->save();
    painter->fillRect(row, letter.isEmpty() ? theme[Colour::Surface1] : theme[theme.isDark() ? Colour::Surface2 : Colour::AccentSoft]);
    if (option.state & QStyle::State_MouseOver) {
        QColor hover = theme[Colour::Text1];
        hover.setAlphaF(0.06f);
        painter->fillRect(row, hover);
    }
    const int x = row.left() + theme.px(20), dot = row.top() + theme.px(16);
    const bool last = index.row() == index.model()->rowCount() - 1;
    painter->fillRect(x, index.row() == 0 ? dot : row.top(), 1, last ? dot - row.top() : row.bottom() + 1 - (index.row() == 0 ? dot : row.top()), theme[Colour::Line2]);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(letter.isEmpty() ? theme[Colour::Line3] : theme[Colour::Accent], 1.5));
    painter->setBrush(letter.isEmpty() ? theme[Colour::Surface1] : theme[Colour::Accent]);
    painter->drawEllipse(QPointF(x + 0.5, dot), 3.5, 3.5);
    const int left = row.left() + theme.px(36), right = row.right() - theme.px(12);
    int textRight = right;
    if (!letter.isEmpty()) {
        const int side = theme.px(18);
        const QRect box(right - side, row.top() + theme.px(8), side, side);
        kit::drawBox(*painter, box, theme.metrics().radiusTag, theme[Colour::Accent]);
        painter->setFont(theme.font(TextStyle::SmallStrong));
        painter->setPen(theme[Colour::OnAccent]);
        painter->drawText(box, Qt::AlignCenter, letter);
        textRight -= side + 8;
    }
    painter->setFont(theme.font(TextStyle::BodyStrong));
    kit::drawLine(*painter, QRect(left, row.top() + theme.px(6), textRight - left, theme.px(20)), index.data(VersionsModel::TitleRole).toString(), theme[Colour::Text1]);
    painter->setFont(theme.font(TextStyle::Small));
    kit::drawLine(*painter, QRect(left, row.top() + theme.px(27), right - left, theme.px(16)), index.data(VersionsModel::WhenRole).toString(), theme[Colour::Text3]);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme[Colour::AccentLine], 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -2), 4, 4);
    }
    painter->restore();
}

ChangesModel::ChangesModel(AgentsHistoryViewModel &history, QObject *parent) : QAbstractTableModel(parent), m_history(history)
{
    connect(&history, &AgentsHistoryViewModel::comparisonChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_history.lines().size());
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    const auto &line = m_history.lines().at(index.row());
    const Change::What what = line.change.what;
    const bool added = what == Change::What::Added, removed = what == Change::What::Removed;
    const Meaning meaning = added ? Meaning::Success : removed ? Meaning::Error : Meaning::Warning;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (index.column()) {
        case Sign: return role == Qt::ToolTipRole ? (added ? tr("added") : removed ? tr("removed") : tr("changed")) : QString();
        case What: return line.what;
        case Part: return line.field.isEmpty() ? tr("Node") : line.field;
        case Before: return added ? QString() : plain(line.change.before);
        case After: return removed ? tr("removed") : plain(line.change.after);
        default: return {};
        }
    }
    if (role == kit::IconRole && index.column() == Sign) return QVariant::fromValue<const char *>(added ? "plus" : removed ? "minus" : "pencil");
    if (role == kit::MeaningRole && (index.column() == Sign || (index.column() == After && !removed))) return int(index.column() == Sign ? meaning : Meaning::Success);
    if (role == kit::InkRole) return int(index.column() == What ? Colour::Text1 : Colour::Text2);
    return {};
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {QString(), tr("What"), tr("Part"), tr("Before"), tr("After")};
    return names[section];
}

} // namespace vox
