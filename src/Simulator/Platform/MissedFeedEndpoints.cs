using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class MissedFeedEndpoints
{
    public static void MapMissedFeeds(this IEndpointRouteBuilder app, World world) =>
        app.MapGet("/missed_feeds", (HttpContext http) => Get(http, world)).Needs(world, Permission.Users);

    private static IResult Get(HttpContext http, World world)
    {
        var query = http.Request.Query;
        if (!long.TryParse(query["app_id"], CultureInfo.InvariantCulture, out var id)) return Reply.Error(400, "bad_request", "app_id is required");
        if (UserEndpoints.OwnApplication(http, world, id) is { } no) return no;
        var topic = query["topic"].ToString() is { Length: > 0 } t ? t : null;
        if (topic == "items" && query["site_id"].ToString().Length == 0) return Reply.Error(400, "bad_request", "site_id is required for this topic");
        _ = int.TryParse(query["offset"], out var offset);
        if (!int.TryParse(query["limit"], out var limit)) limit = 10;
        var application = world.Application(id);
        return Reply.Ok(new JsonObject
        {
            ["messages"] = new JsonArray([.. world.Notices.Missed(id, topic).Skip(Math.Max(0, offset)).Take(Math.Max(0, limit)).Select(n => Entry(n, application))]),
        });
    }

    private static JsonObject Entry(Notice notice, WorldApplication application) => new()
    {
        ["_id"] = notice.Id,
        ["resource"] = notice.Resource,
        ["user_id"] = notice.UserId,
        ["topic"] = notice.Topic,
        ["application_id"] = notice.ApplicationId,
        ["attempts"] = notice.Attempts,
        ["sent"] = Dates.Utc(notice.Sent ?? notice.Received),
        ["received"] = Dates.Utc(notice.Received),
        ["request"] = new JsonObject
        {
            ["url"] = application.CallbackUrl?.ToString(),
            ["headers"] = new JsonObject
            {
                ["accept"] = "application/json",
                ["content-type"] = "application/json",
                ["content-length"] = Encoding.UTF8.GetByteCount(notice.LastBody),
            },
            // A string in which the user's id is one too, as seen.
            ["data"] = Data(notice),
        },
        ["response"] = new JsonObject
        {
            ["req_time"] = (int)notice.LastMilliseconds,
            ["http_code"] = notice.LastStatus ?? 0,
            ["body"] = notice.LastReply,
            ["headers"] = new JsonObject(),
        },
    };

    private static string Data(Notice notice) => new JsonObject
    {
        ["resource"] = notice.Resource,
        ["user_id"] = notice.UserId.ToString(CultureInfo.InvariantCulture),
        ["topic"] = notice.Topic,
        ["application_id"] = notice.ApplicationId,
        ["attempts"] = notice.Attempts,
        ["sent"] = Dates.Utc(notice.Sent ?? notice.Received),
        ["received"] = Dates.Utc(notice.Received),
    }.ToJsonString(Reply.Json);
}
