#pragma once
#include "ui/screens/settings/team/team_page.h"
#include "ui/viewmodels/secrets_view_model.h"
#include <QTableView>

class QPushButton;
class QStandardItemModel;

namespace vox {

// Provider keys and other secrets by name. A value is typed here and never seen again.
class SecretsPage : public TeamPage {
    Q_OBJECT
public:
    explicit SecretsPage(SecretsViewModel &secrets, QWidget *parent = nullptr);

protected:
    bool isEmpty() const override { return m_secrets.secrets().isEmpty(); }
    void emptyPressed() override { openWrite({}); }
    void refresh() override;

private:
    void openWrite(const QString &name);
    QString current() const { return m_secrets.secrets().value(m_table->currentIndex().row()).name; }

    SecretsViewModel &m_secrets;
    QStandardItemModel *m_rows;
    QTableView *m_table;
    QPushButton *m_change, *m_remove;
};

} // namespace vox
