// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/measurement.h"
#include "core/tasks/behaviour/picture_tensors.h"
#include "core/tasks/behaviour/task_behaviour.h"

#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// The measurement of the unknown image of a task.
struct TaskMeasurement {
    Measurement known; ///< domain of A: [3,H,W] of the unknown image, with its margin; y: [1, A->range()...]
    double directError =
        0;       ///< root mean square error of the direct reconstruction of a noiseless y, model units; 0: unknown
    Size margin; ///< px on either side that A's domain has beyond the result: what a real blur saw beyond the border
};

/// A task whose unknown is the whole image: y = A x + noise. The spec's task parameters are complete where they arrive
/// here.
class WholeTask : public TaskBehaviour {
public:
    const WholeTask* asWhole() const final { return this; }
    void requireUsable(const RestoreSpec& spec, const RestoreInput& input) const override;

    /// Methods compute in the picture's own colour space, in which its values were rounded or cut off, not in sRGB.
    virtual bool keepsColourSpace() const { return false; }
    /// The result has colours that the picture has not.
    virtual bool recoversColour(const RestoreSpec& /*spec*/) const { return false; }
    /// The result as it is shown and saved, [N,3,H,W]: that of the unknown image, if nothing speaks against it.
    virtual at::Tensor shown(const RestoreSpec& /*spec*/, const at::Tensor& x) const { return x; }
    /// How many times wider and higher than the picture the result is.
    virtual int enlargement(const RestoreSpec& /*spec*/) const { return 1; }
    /// The unknown is solved small first, and then on finer levels.
    virtual bool hasPyramid() const { return false; }

    /// The input of the task as tensors on the host; picture: in the space that methods compute in. Throws
    /// Error(badInput).
    virtual PictureTensors tensors(const RestoreSpec& spec, const RestoreInput& input, const Image& picture) const;
    /// sigma: of the noise, [0,1] units; stop: see LinearOperator::stop.
    virtual TaskMeasurement measure(const RestoreSpec& spec, const PictureTensors& input, double sigma,
                                    const std::stop_token& stop) const = 0;
    /// `clean` as the task's degradation leaves it: A x + noise, seeded. May be smaller: of the middle.
    virtual PictureTensors degraded(const RestoreSpec& spec, const PictureTensors& clean) const = 0;

    /// What a noise of sigma, given or estimated, comes to in the task, [0,1] units.
    virtual double effectiveNoise(const RestoreSpec& spec, double sigma, double rounding) const;
    /// effectiveNoise() of the given standard deviation, or of what the picture shows. notices: gets what the user
    /// should know of it.
    virtual double noiseLevel(const RestoreSpec& spec, const PictureTensors& input,
                              std::vector<Message>& notices) const;
    /// The noise of the measurement as the prior has to take it.
    virtual NoiseModel noiseForPrior(const RestoreSpec& spec, const PictureTensors& input,
                                     const NoiseModel& noise) const;

    /// The task's usual first estimate, [1,3,H,W] without margin.
    virtual at::Tensor usualEstimate(const RestoreSpec& spec, const PictureTensors& input,
                                     const TaskMeasurement& measured, const std::stop_token& stop) const = 0;
    /// What a classical restorer starts from, [1,3,H,W].
    virtual at::Tensor observedPicture(const PictureTensors& input, const TaskMeasurement& /*measured*/) const {
        return input.picture;
    }

protected:
    /// Noise that the picture shows, [0,1] units, where none was given.
    virtual double noiseSeenIn(const RestoreSpec& spec, const PictureTensors& input,
                               std::vector<Message>& notices) const;
};

/// A first estimate of the unknown image, [1,3,H,W] with the margin of the measurement: by a classical restorer's id,
/// "pseudo-inverse" (of all images that fit the measurement within its noise, the smallest), or empty for the task's
/// usual one. Throws Error(badArgument) for one that the task does not offer, Cancelled.
at::Tensor firstEstimate(const WholeTask& task, const std::string& id, const RestoreSpec& spec,
                         const PictureTensors& input, const TaskMeasurement& measured, const std::stop_token& stop);

} // namespace palimpsest
