#include "ui/screens/agents/history_models.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/tag.h"
#include "ui/kit/theme.h"
#include "ui/screens/agents/diff_text.h"
#include "ui/screens/when_text.h"
#include "ui/viewmodels/change_place.h"
#include <QDateTime>
#include <QPainter>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::Meaning;
using kit::TextStyle;

namespace {

QString plain(const QJsonValue &value, const QString &unit)
{
    ChangePlace place;
    place.unit = unit;
    return valueText(value, place, {}).simplified();
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
    const QString when = whenText(version.created, {QDateTime::currentMSecsSinceEpoch()}), who = authorText(version.author);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        if (now) return tr("What stands now");
        if (version.number > 0) return tr("Version %1").arg(version.number);
        return version.message.isEmpty() ? version.gone ? tr("Deleted") : tr("Saved automatically") : version.message;
    case MessageRole:
        if (version.number > 0 && !version.message.isEmpty()) return version.message;
        return version.saves > 0 ? tr("%n save(s) in between", nullptr, version.saves) : QString();
    case WhenRole: return who.isEmpty() ? when : who + u", "_s + when;
    case LetterRole: return index.row() == m_history.older() ? u"A"_s : index.row() == m_history.newer() ? u"B"_s : QString();
    case NowRole: return now;
    case NamedRole: return now || version.number > 0 || !version.message.isEmpty();
    case TagRole: {
        QStringList words;
        for (const Environment environment : version.in) words.append(environment == Environment::Production ? tr("live") : tr("staging"));
        return words;
    }
    case CountsRole: return now || (version.added + version.removed + version.changed == 0) ? QVariantList()
                                                                                            : QVariantList{version.added, version.removed, version.changed};
    case Qt::ToolTipRole: return now ? QString() : version.message + (version.message.isEmpty() ? QString() : u"\n"_s) + version.id.left(12);
    default: return {};
    }
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {100, kit::Theme::of(option.widget).px(index.data(VersionsModel::MessageRole).toString().isEmpty() ? 52 : 72)};
}

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const kit::Theme &theme = kit::Theme::of(option.widget);
    const QRect row = option.rect;
    const QString letter = index.data(VersionsModel::LetterRole).toString(), message = index.data(VersionsModel::MessageRole).toString();
    painter->save();
    painter->fillRect(row, letter.isEmpty() ? theme[Colour::Surface1] : theme[theme.isDark() ? Colour::Surface2 : Colour::AccentSoft]);
    if (option.state & QStyle::State_MouseOver) painter->fillRect(row, theme.hovered(letter.isEmpty() ? theme[Colour::Surface1] : theme[theme.isDark() ? Colour::Surface2 : Colour::AccentSoft]));
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
    const bool named = index.data(VersionsModel::NamedRole).toBool();
    const QString title = index.data(VersionsModel::TitleRole).toString();
    painter->setFont(theme.font(named ? TextStyle::BodyStrong : TextStyle::Body));
    kit::drawLine(*painter, QRect(left, row.top() + theme.px(6), textRight - left, theme.px(20)), title, theme[named ? Colour::Text1 : Colour::Text2]);
    int tag = left + painter->fontMetrics().horizontalAdvance(title) + theme.px(8);
    for (const QString &word : index.data(VersionsModel::TagRole).toStringList())
        tag = kit::Tag::draw(*painter, {tag, row.top() + theme.px(7)}, word, word == VersionsModel::tr("live") ? Meaning::Success : Meaning::Neutral).right() + theme.px(6);
    int y = row.top() + theme.px(27);
    if (!message.isEmpty()) {
        painter->setFont(theme.font(TextStyle::Body));
        kit::drawLine(*painter, QRect(left, y - 1, right - left, theme.px(20)), message, theme[Colour::Text1]);
        y += theme.px(21);
    }
    // How much changed, in the same signs and colours as the graphs.
    painter->setFont(theme.font(TextStyle::MonoSmall));
    int countsLeft = right;
    const QVariantList counts = index.data(VersionsModel::CountsRole).toList();
    const std::pair<QChar, Meaning> signs[] = {{u'+', Meaning::Success}, {u'\u2212', Meaning::Error}, {u'~', Meaning::Warning}};
    for (int i = int(counts.size()) - 1; i >= 0; --i) {
        const QString text = signs[i].first + QString::number(counts.at(i).toInt());
        const int wide = painter->fontMetrics().horizontalAdvance(text);
        countsLeft -= wide;
        kit::drawLine(*painter, QRect(countsLeft, y, wide + 2, theme.px(16)), text, counts.at(i).toInt() ? theme.strong(signs[i].second) : theme[Colour::Text3]);
        countsLeft -= theme.px(6);
    }
    painter->setFont(theme.font(TextStyle::Small));
    kit::drawLine(*painter, QRect(left, y, countsLeft - left, theme.px(16)), index.data(VersionsModel::WhenRole).toString(), theme[Colour::Text3]);
    if (option.state & QStyle::State_HasFocus) kit::drawBox(*painter, QRectF(row).adjusted(2, 2, -2, -2), 4, {}, theme[Colour::AccentLine], 2);
    painter->restore();
}

void ChangesDelegate::paintCell(QPainter &painter, const QRect &cell, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool before = index.column() == ChangesModel::Before, after = index.column() == ChangesModel::After;
    if ((!before && !after) || !index.data(ChangesModel::MarkRole).toBool()) return kit::RowDelegate::paintCell(painter, cell, option, index);
    const kit::Theme &theme = kit::Theme::of(option.widget);
    const QString older = index.siblingAtColumn(ChangesModel::Before).data().toString(), newer = index.siblingAtColumn(ChangesModel::After).data().toString();
    DiffText words = diffText(older, newer, before ? DiffText::Show::Older : DiffText::Show::Newer);
    // One line: it begins a little before the first word that differs.
    const QFontMetrics metrics(theme.font(TextStyle::Body));
    if (!words.ranges.isEmpty() && metrics.horizontalAdvance(words.text) > cell.width()) {
        const int skip = words.text.lastIndexOf(u' ', std::max(0, words.ranges.first().start - 16)) + 1;
        if (metrics.horizontalAdvance(words.text.left(words.ranges.first().start + words.ranges.first().length)) > cell.width() && skip > 1) {
            words.text = u'…' + words.text.mid(skip);
            for (kit::TextRange &range : words.ranges) range.start -= skip - 1;
        }
    }
    QTextLayout layout(words.text, theme.font(TextStyle::Body));
    layout.setFormats(kit::TextBlock::formats(words.ranges, theme));
    kit::TextBlock::layOut(layout, theme, TextStyle::Body, 100'000, 1);
    painter.save();
    painter.setClipRect(cell);
    painter.setPen(theme[before ? Colour::Text2 : Colour::Text1]);
    layout.draw(&painter, QPointF(cell.left(), cell.top() + (cell.height() - theme.type().line(TextStyle::Body)) / 2.0));
    painter.restore();
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
        case Part: return line.field.isEmpty() && !line.node.isEmpty() ? tr("Node") : line.field;
        case Before: return added ? QString() : plain(line.change.before, line.unit);
        case After: return removed ? tr("removed") : plain(line.change.after, line.unit);
        default: return {};
        }
    }
    if (role == MarkRole) return what == Change::What::Changed && line.change.before.isString() && line.change.after.isString();
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
