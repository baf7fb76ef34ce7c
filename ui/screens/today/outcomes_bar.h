#pragma once
#include "models/conversation/event.h"
#include "ui/kit/accessible.h"
#include "ui/kit/colours.h"
#include <QWidget>
#include <array>

namespace vox {

QString outcomeWord(Outcome outcome);
kit::Meaning outcomeMeaning(Outcome outcome);

// How the day's conversations ended: one bar, and below it each outcome with its count. Owned by Today's figures, GUI thread.
class OutcomesBar : public QWidget, public kit::Readable {
    Q_OBJECT
public:
    explicit OutcomesBar(QWidget *parent = nullptr);
    void setCounts(const std::array<int, 5> &byOutcome);

    QSize sizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Chart; }
    QString readName() const override { return tr("How they ended"); }
    QString readValue() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QList<Outcome> shown() const;
    std::array<int, 5> m_counts{};
};

} // namespace vox
