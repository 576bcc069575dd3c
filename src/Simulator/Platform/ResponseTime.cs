using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Minutes to the first answer, over 14 days: the first question of each buyer on an item; open ones grow, up to a week.</summary>
internal static class ResponseTime
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(14);
    private static readonly TimeSpan Cap = TimeSpan.FromDays(7);

    public static IResult Get(World world, Caller caller, long userId)
    {
        if (caller.UserId != userId) return Reply.Forbidden();
        var now = world.Clock.GetUtcNow();
        var firsts = world.Questions.Of(userId)
            .Where(q => q.Created > now - Span && q.Status is QuestionStatuses.Answered or QuestionStatuses.Unanswered)
            .GroupBy(q => (q.BuyerId, q.ItemId))
            .Select(g => g.MinBy(q => q.Created)!)
            .ToList();
        if (firsts.Count == 0) return Reply.Error(404, "not_found", $"Response time not found for user id: {userId}");
        return Reply.Ok(new JsonObject
        {
            ["user_id"] = userId,
            ["total"] = new JsonObject { ["response_time"] = Minutes(firsts, now) },
            ["weekend"] = Part(firsts.Where(q => IsWeekend(q.Created)), now),
            ["weekdays_working_hours"] = Part(firsts.Where(q => !IsWeekend(q.Created) && Local(q.Created).Hour is >= 9 and < 18), now),
            ["weekdays_extra_hours"] = Part(firsts.Where(q => !IsWeekend(q.Created) && Local(q.Created).Hour >= 18), now),
        });
    }

    private static JsonObject Part(IEnumerable<WorldQuestion> questions, DateTimeOffset now)
    {
        var list = questions.ToList();
        return new() { ["response_time"] = list.Count == 0 ? null : Minutes(list, now), ["sales_percent_increase"] = null };
    }

    private static int Minutes(List<WorldQuestion> questions, DateTimeOffset now) => (int)questions
        .Select(q => (q.Answer?.Created ?? now) - q.Created)
        .Average(t => Math.Min(t.TotalMinutes, Cap.TotalMinutes));

    private static bool IsWeekend(DateTimeOffset at) => Local(at).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(-3));
}
