using System.Globalization;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class ModerationEndpoints
{
    public static void MapModerations(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/moderations/infractions/{id:long}", (HttpContext http, long id) => Infractions(http, world, id)).Needs(world, Permission.Users);
        app.MapGet("/moderations/last_moderation/{element}", (HttpContext http, string element) => Last(http, world, element)).Needs(world, Permission.Users);
    }

    private static IResult Infractions(HttpContext http, World world, long userId)
    {
        if (Caller.Of(http).UserId != userId) return Reply.Forbidden();
        var query = http.Request.Query;
        _ = int.TryParse(query["offset"], out var offset);
        if (!int.TryParse(query["limit"], out var limit)) limit = 20;
        if (limit is < 1 or > 20) return Reply.Error(400, "bad_request", "limit must be between 1 and 20");
        var found = world.Moderation.Infractions.Where(i => i.UserId == userId);
        if (query["element_type"].ToString() is { Length: > 0 } type && type != "QUE") found = [];
        if (query["element_id"].ToString() is { Length: > 0 } element) found = found.Where(i => Text(i.QuestionId) == element);
        if (query["related_item_id"].ToString() is { Length: > 0 } item) found = found.Where(i => i.ItemId == item);
        if (Day(query["date_created_since"]) is { } since) found = found.Where(i => i.At >= since);
        if (Day(query["date_created_to"]) is { } to) found = found.Where(i => i.At < to.AddDays(1));
        var ascending = query["sort"] == "date_created_asc";
        var all = (ascending ? found.OrderBy(i => i.Id) : found.OrderByDescending(i => i.Id)).ToList();
        var portuguese = query["language"] == "PT";
        return Reply.Ok(new JsonObject
        {
            ["infractions"] = new JsonArray([
                .. all.Skip(offset).Take(limit).Select(i => new JsonObject
                {
                    ["id"] = ModerationDesk.InfractionId(i),
                    ["date_created"] = Dates.NoColon(i.At),
                    ["user_id"] = Text(i.UserId),
                    ["related_item_id"] = i.ItemId,
                    ["element_id"] = Text(i.QuestionId),
                    ["element_type"] = "QUE",
                    ["site_id"] = i.SiteId,
                    ["filter_subgroup"] = i.Subgroup,
                    ["reason"] = Reason(i, portuguese),
                    ["remedy"] = Remedy(portuguese),
                }),
            ]),
            ["paging"] = new JsonObject { ["offset"] = offset, ["limit"] = limit, ["total"] = all.Count },
            ["sorting_type"] = ascending ? "date_created_asc" : "date_created_desc",
        });
    }

    private static IResult Last(HttpContext http, World world, string element)
    {
        var dash = element.LastIndexOf('-');
        if (dash < 0 || element[(dash + 1)..] != "QUE") return Reply.Error(400, "bad_request", "The element must be written as {id}-QUE");
        var last = world.Moderation.Infractions.LastOrDefault(i => Text(i.QuestionId) == element[..dash] && i.UserId == Caller.Of(http).UserId);
        if (last is null) return Reply.Error(404, "not_found", $"No moderation found for {element}");
        var portuguese = last.SiteId == "MLB";
        return Reply.Ok(new JsonArray(new JsonObject
        {
            ["name"] = last.Subgroup,
            ["id"] = ModerationDesk.InfractionId(last),
            ["date_created"] = Dates.NoColon(last.At),
            ["evidences"] = new JsonArray(new JsonObject { ["text_matched"] = last.Matched, ["section_name"] = "question" }),
            ["wordings"] = new JsonArray(
                new JsonObject { ["type"] = "REASON", ["value"] = Reason(last, portuguese) },
                new JsonObject { ["type"] = "REMEDY", ["value"] = Remedy(portuguese) }),
        }));
    }

    // Both are HTML at the platform.
    private static string Reason(Infraction infraction, bool portuguese) => (infraction.Subgroup, portuguese) switch
    {
        ("LINKS", false) => "<p>Eliminamos el texto porque <b>incluye un enlace</b>.</p>",
        ("LINKS", true) => "<p>Removemos o texto porque <b>inclui um link</b>.</p>",
        (_, false) => "<p>Eliminamos el texto porque <b>incluye datos de contacto</b>.</p>",
        (_, true) => "<p>Removemos o texto porque <b>inclui dados de contato</b>.</p>",
    };

    private static string Remedy(bool portuguese) => portuguese
        ? "<p>Não compartilhe dados de contato nas perguntas.</p>"
        : "<p>No compartas datos de contacto en las preguntas.</p>";

    private static DateTimeOffset? Day(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
