using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Presale questions. Every method throws <see cref="MercadoLibreException"/> for anything but a usable answer.</summary>
public interface IQuestionsApi
{
    [Get("/questions/{question_id}?api_version=4")]
    Task<Question> GetAsync([AliasAs("question_id")] long questionId, CancellationToken cancellationToken = default);

    [Get("/questions/search?api_version=4")]
    Task<QuestionsPage> SearchAsync([Query] QuestionSearch search, CancellationToken cancellationToken = default);

    /// <summary>The questions that the token's owner received.</summary>
    [Get("/my/received_questions/search?api_version=4")]
    Task<QuestionsPage> ReceivedAsync(string? status = null, int? offset = null, int? limit = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Answers a question, once and for ever: there is no edit and no second answer. Never repeated by the client; if the error
    /// <see cref="MercadoLibreError.IsAmbiguous"/>, read the question before deciding anything.
    /// </summary>
    /// <returns>The question with its answer, which moderation may still ban later.</returns>
    [Post("/answers")]
    Task<Question> AnswerAsync([Body] AnswerRequest answer, CancellationToken cancellationToken = default);

    /// <summary>Deletes a question that has no answer yet.</summary>
    [Delete("/questions/{question_id}")]
    Task DeleteAsync([AliasAs("question_id")] long questionId, CancellationToken cancellationToken = default);

    [Post("/my/questions/hidden")]
    Task HideAsync([Body] HideQuestionsRequest questions, CancellationToken cancellationToken = default);

    /// <summary>404 when the seller has had no questions.</summary>
    [Get("/users/{user_id}/questions/response_time")]
    Task<ResponseTime> ResponseTimeAsync([AliasAs("user_id")] long userId, CancellationToken cancellationToken = default);

    /// <summary>Keeps a buyer from asking this seller. His open questions stay UNANSWERED but can't be answered any more.</summary>
    [Post("/users/{user_id}/questions_blacklist")]
    Task BlacklistAsync([AliasAs("user_id")] long sellerId, [Body] BlacklistRequest buyer, CancellationToken cancellationToken = default);

    [Delete("/users/{user_id}/questions_blacklist/{buyer_id}")]
    Task UnblacklistAsync([AliasAs("user_id")] long sellerId, [AliasAs("buyer_id")] long buyerId, CancellationToken cancellationToken = default);

    [Get("/block-api/search/users/{user_id}?type=blocked_by_questions")]
    Task<BlockedUsers> BlacklistedAsync(
        [AliasAs("user_id")] long sellerId,
        [AliasAs("user_blocked")] long? buyerId = null,
        int? offset = null,
        int? limit = null,
        CancellationToken cancellationToken = default);
}
