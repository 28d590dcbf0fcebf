// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/job_mailbox.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <semaphore>
#include <thread>

using namespace palimpsest;
using namespace palimpsest::ui;

/// A worker fills the mailbox while another thread empties it, as a job and the window do.
class JobMailboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wakesOnceUntilItIsEmptied() {
        int wakes = 0;
        JobMailbox mailbox({.wake = [&] { ++wakes; }, .store = [](const Image&, int) {}});
        mailbox.progressed({.done = 1, .total = 9});
        mailbox.progressed({.done = 2, .total = 9});
        mailbox.noticed("a smaller tile");
        QCOMPARE(wakes, 1);
        const JobMailbox::Letters letters = mailbox.take();
        QCOMPARE(letters.progress->done, 2);
        QCOMPARE(letters.notices.size(), 1u);
        QVERIFY(!letters.end);
        mailbox.ended(Cancelled());
        QCOMPARE(wakes, 2);
        QVERIFY(mailbox.take().end);
    }

    void everySampleArrivesInOrderAndNoneAfterSilence() {
        int stored = 0;
        JobMailbox mailbox({.wake = [] {}, .store = [&](const Image&, int) { ++stored; }});
        mailbox.finished(Image(), 0);
        mailbox.silence();
        mailbox.finished(Image(), 1);
        QCOMPARE(mailbox.take().samples.size(), 1u);
        QCOMPARE(stored, 1);
    }

    void nothingIsLostBetweenThreads() {
        constexpr int kSteps = 2000;
        std::counting_semaphore<> woken(0);
        std::atomic<int> stored = 0;
        JobMailbox mailbox({.wake = [&] { woken.release(); },
                            .store = [&](const Image&, int) { ++stored; },
                            .previewsPerSecond = 1e9});
        const std::jthread worker([&] {
            for (int step = 1; step <= kSteps; ++step) {
                mailbox.progressed({.done = step, .total = kSteps});
                mailbox.fitted({.step = step, .steps = kSteps, .residual = 1});
                if (mailbox.wantsPreview()) {
                    mailbox.previewed({}, step);
                }
                if (step % 100 == 0) {
                    mailbox.noticed("still at work");
                    mailbox.finished(Image(), step / 100 - 1);
                }
            }
            mailbox.ended(Cancelled());
        });

        std::vector<int> fits;
        std::vector<int> samples;
        std::size_t notices = 0;
        std::int64_t done = 0;
        bool isEnded = false;
        while (!isEnded) {
            woken.acquire();
            const JobMailbox::Letters letters = mailbox.take();
            std::transform(letters.fits.begin(), letters.fits.end(), std::back_inserter(fits),
                           [](const FitReport& fit) { return fit.step; });
            for (const FinishedSample& sample : letters.samples) {
                samples.push_back(sample.index);
            }
            notices += letters.notices.size();
            done = letters.progress ? letters.progress->done : done;
            isEnded = letters.end.has_value();
        }
        QCOMPARE(fits.size(), static_cast<std::size_t>(kSteps));
        QVERIFY(std::is_sorted(fits.begin(), fits.end()));
        QCOMPARE(samples.size(), 20u);
        QVERIFY(std::is_sorted(samples.begin(), samples.end()));
        QCOMPARE(notices, 20u);
        QCOMPARE(done, kSteps);
        QCOMPARE(stored.load(), 20);
    }
};

QTEST_GUILESS_MAIN(JobMailboxTest)
#include "job_mailbox_test.moc"
