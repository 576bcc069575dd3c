using Refit;

namespace MeliBot.MercadoLibre;

public interface IModerationsApi
{
    [Get("/moderations/infractions/{user_id}")]
    Task<Infractions> InfractionsAsync([AliasAs("user_id")] long userId, [Query] InfractionSearch search, CancellationToken cancellationToken = default);

    /// <summary>The last moderation of a question or of its answer.</summary>
    [Get("/moderations/last_moderation/{question_id}-QUE")]
    Task<List<LastModeration>> LastOfQuestionAsync([AliasAs("question_id")] long questionId, CancellationToken cancellationToken = default);
}
