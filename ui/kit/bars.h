#pragma once
#include "ui/kit/accessible.h"
#include <QStringList>
#include <QWidget>

namespace vox::kit {

// Columns over labels, today's in front of the usual ones behind. Arrow keys walk the columns; the tool tip and the
// reader give label and value.
class Bars : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit Bars(QWidget *parent = nullptr);
    // Sizes of `usual` and `labels` may be shorter; missing ones are left out. Empty labels draw nothing.
    void setValues(const QList<double> &values, const QStringList &labels, const QList<double> &usual = {});
    // Marks "now" between columns, as a fraction of columns; below 0 hides it.
    void setNow(double column, const QString &label = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Chart; }
    QString readName() const override { return tr("Chart"); }
    QString readValue() const override { return columnText(m_current); }

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString columnText(int column) const;
    int columns() const { return int(qMax(m_values.size(), m_usual.size())); }

    QList<double> m_values;
    QList<double> m_usual;
    QStringList m_labels;
    double m_now = -1;
    QString m_nowLabel;
    int m_current = -1;
};

} // namespace vox::kit
