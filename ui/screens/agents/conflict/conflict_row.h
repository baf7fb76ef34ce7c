#pragma once
#include "ui/kit/accessible.h"
#include "ui/viewmodels/conflict_view_model.h"
#include <QTextLayout>
#include <QWidget>
#include <memory>
#include <vector>

namespace vox {

// One question: field and node, what it was, and every side that changed it with a radio. A click on a side chooses it; Left, Right
// and the digits choose, B keeps all, Up and Down go on. Owned by the page; rows are made anew for every conflict.
class ConflictRow : public QWidget, public kit::Readable {
    Q_OBJECT
public:
    ConflictRow(ConflictViewModel &model, int question, QWidget *parent = nullptr);
    void refresh();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(std::max(600, width()))}; }
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Grouping; }
    QString readName() const override;
    QString readValue() const override;

signals:
    void editRequested();

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Cell {
        QString text;
        QTextLayout layout;
        int height = 0;
    };
    void lay(int width) const;
    const ConflictQuestion &asked() const { return m_model.picture().questions.at(m_question); }
    // The next side that can be taken in that direction from the one that is.
    void chooseBeside(int step);
    QString sideText(const QJsonValue &value, const QJsonObject &content) const;

    ConflictViewModel &m_model;
    int m_question;
    mutable std::vector<std::unique_ptr<Cell>> m_cells; // before, then the sides
    mutable int m_laidOutFor = -1;
};

} // namespace vox
