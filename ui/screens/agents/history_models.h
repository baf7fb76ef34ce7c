#pragma once
#include "ui/kit/row_delegate.h"
#include "ui/viewmodels/agents_history_view_model.h"
#include <QAbstractListModel>
#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace vox {

// The versions of an agent, newest first.
class VersionsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { TitleRole = Qt::UserRole + 1, MessageRole, LetterRole, WhenRole, NowRole, TagRole, CountsRole, NamedRole };
    explicit VersionsModel(AgentsHistoryViewModel &history, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    AgentsHistoryViewModel &m_history;
};

// Draws a version: a dot on the line of time, its number or what it is, where it is published, what was written, who and when,
// how much changed, and the letter of the side it is compared on.
class VersionDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Draws the table of changes: words that went and came are marked in the texts before and after.
class ChangesDelegate : public kit::RowDelegate {
    Q_OBJECT
public:
    using kit::RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const QRect &cell, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// The changes between the two versions compared: sign, what, which part, before, after.
class ChangesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Sign, What, Part, Before, After, ColumnCount };
    enum Role { MarkRole = Qt::UserRole + 1 }; // bool: both texts are worth comparing word by word
    explicit ChangesModel(AgentsHistoryViewModel &history, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    AgentsHistoryViewModel &m_history;
};

} // namespace vox
