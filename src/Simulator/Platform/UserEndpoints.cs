using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

internal static class UserEndpoints
{
    private const int MaxIds = 20;

    public static void MapUsers(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/users/me", (HttpContext http) => Reply.Ok(UserJson.Private(Caller.Of(http).User))).Needs(world, Permission.Users);
        app.MapGet("/users/bulk", (string? ids) => Bulk(world, ids)).Needs(world, Permission.Users);
        app.MapGet("/users/{id:long}", (HttpContext http, long id) => world.Registry.FindUser(id) switch
        {
            null => Reply.Error(404, "not_found", $"User with id {id} not found"),
            var user => Reply.Ok(Caller.Of(http).UserId == id ? UserJson.Private(user) : UserJson.Public(user)),
        }).Needs(world, Permission.Users);
        app.MapGet("/users/{id:long}/applications", (HttpContext http, long id) => ApplicationsOf(http, world, id)).Needs(world, Permission.Users);
        app.MapDelete("/users/{id:long}/applications/{application:long}", (HttpContext http, long id, long application) => Unlink(http, world, id, application))
            .Needs(world, Permission.Users);
        app.MapGet("/applications/{id:long}", (HttpContext http, long id) => OwnApplication(http, world, id) is { } no ? no : Reply.Ok(new JsonObject
        {
            ["id"] = id,
            ["site_id"] = world.Application(id).SiteId,
            ["name"] = world.Application(id).Name,
            ["thumbnail"] = null,
            ["url"] = null,
            ["sandbox_mode"] = true,
            ["project_id"] = null,
            ["active"] = !world.Application(id).Blocked,
            ["max_requests_per_hour"] = 18000,
            ["certification_status"] = "not_certified",
        })).Needs(world, Permission.Users);
        app.MapGet("/applications/{id:long}/grants", (HttpContext http, long id) => OwnApplication(http, world, id) is { } no ? no : GrantsOf(world, id))
            .Needs(world, Permission.Users);
        app.MapPost("/users/{id:long}/questions_blacklist", (HttpContext http, long id) => BlacklistAsync(http, world, id))
            .Needs(world, Permission.Communication, write: true);
        app.MapGet("/users/{id:long}/questions_blacklist", (HttpContext http, long id) => Caller.Of(http).UserId != id
            ? Reply.Forbidden()
            : Reply.Ok(new JsonObject { ["users"] = new JsonArray([.. world.Questions.Blacklist(id).Select(b => new JsonObject { ["id"] = b.BuyerId })]) }))
            .Needs(world, Permission.Communication);
        app.MapDelete("/users/{id:long}/questions_blacklist/{buyer:long}", (HttpContext http, long id, long buyer) =>
        {
            if (Caller.Of(http).UserId != id) return Reply.Forbidden();
            if (!world.Questions.IsBlacklisted(id, buyer)) return Reply.Error(404, "not_found", $"User {buyer} is not on the blacklist");
            world.Questions.SetBlacklisted(id, buyer, listed: false, Caller.Of(http).By);
            return Reply.Ok(new JsonObject { ["user_id"] = buyer });
        }).Needs(world, Permission.Communication, write: true);
        app.MapGet("/block-api/search/users/{id:long}", (HttpContext http, long id, string? type) => Blocked(http, world, id, type))
            .Needs(world, Permission.Communication);
    }

    private static IResult Bulk(World world, string? ids)
    {
        var list = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (list.Length is 0 or > MaxIds) return Reply.Error(400, "bad_request", $"ids must hold 1 to {MaxIds} users");
        if (list.Distinct(StringComparer.Ordinal).Count() != list.Length) return Reply.Error(400, "bad_request", "ids must not be repeated");
        return Reply.Ok(new JsonArray([.. list.Select(Entry)]));

        JsonNode Entry(string id) => long.TryParse(id, CultureInfo.InvariantCulture, out var number) && world.Registry.FindUser(number) is { } user
            ? new JsonObject { ["id"] = number, ["status_code"] = 200, ["body"] = UserJson.Public(user) }
            : new JsonObject { ["status_code"] = 404 };
    }

    private static IResult ApplicationsOf(HttpContext http, World world, long id) => Caller.Of(http).UserId != id
        ? Reply.AccessDenied()
        : Reply.Ok(new JsonArray([
            .. world.Grants.Where(g => g.UserId == id).Select(g => new JsonObject
            {
                ["user_id"] = Text(id), ["app_id"] = Text(g.ApplicationId), ["date_created"] = Dates.Utc(g.Created), ["scopes"] = Scopes(g),
            }),
        ]));

    private static IResult GrantsOf(World world, long id)
    {
        var grants = world.Grants.Where(g => g.ApplicationId == id).ToList();
        return Reply.Ok(new JsonObject
        {
            ["paging"] = new JsonObject { ["total"] = grants.Count, ["limit"] = 50, ["offset"] = 0 },
            ["grants"] = new JsonArray([
                .. grants.Select(g => new JsonObject
                {
                    ["user_id"] = Text(g.UserId), ["app_id"] = Text(id), ["date_created"] = Dates.Utc(g.Created), ["scopes"] = Scopes(g),
                }),
            ]),
        });
    }

    private static IResult Unlink(HttpContext http, World world, long userId, long applicationId)
    {
        var caller = Caller.Of(http);
        if (caller.UserId != userId || caller.Application.Id != applicationId) return Reply.AccessDenied();
        world.Tokens.Revoke(applicationId, userId);
        world.Journal.Effect(EffectKinds.Revoke, Text(userId), null, caller.By, userId);
        return Reply.Ok(new JsonObject { ["user_id"] = Text(userId), ["app_id"] = Text(applicationId), ["msg"] = "Autorización eliminada" });
    }

    internal static IResult? OwnApplication(HttpContext http, World world, long id)
    {
        var caller = Caller.Of(http);
        var mine = caller.Application.Id == id && (caller.Application.OwnerId is not { } owner || owner == caller.UserId);
        return mine ? null : Reply.AccessDenied();
    }

    private static async Task<IResult> BlacklistAsync(HttpContext http, World world, long sellerId)
    {
        var (body, refusal) = await QuestionEndpoints.ReadAsync(http, "user_id");
        if (refusal is not null) return refusal;
        if (Caller.Of(http).UserId != sellerId) return Reply.Forbidden();
        if (body!["user_id"] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number || !value.TryGetValue(out long buyer))
        {
            return Reply.Error(400, "invalid_post_body", "user_id must be an integer");
        }

        if (world.Registry.FindUser(buyer) is null) return Reply.Error(404, "not_found", $"User with id {buyer} not found");
        world.Questions.SetBlacklisted(sellerId, buyer, listed: true, Caller.Of(http).By);
        return Reply.Ok(new JsonObject { ["user_id"] = buyer }, 201);
    }

    private static IResult Blocked(HttpContext http, World world, long id, string? type)
    {
        if (Caller.Of(http).UserId != id) return Reply.Forbidden();
        if (type is not ("blocked_by_questions" or "blocked_by_order")) return Reply.Error(400, "bad_request", "type is invalid");
        var users = type == "blocked_by_questions" ? world.Questions.Blacklist(id) : [];
        return Reply.Ok(new JsonObject
        {
            ["users"] = new JsonArray([.. users.Select(u => new JsonObject { ["id"] = u.BuyerId, ["blocked_at"] = Dates.Seconds(u.At) })]),
            ["paging"] = new JsonObject { ["offset"] = 0, ["limit"] = 10, ["total"] = users.Count },
        });
    }

    private static JsonArray Scopes(WorldGrant grant) => new([.. grant.Scopes.Select(s => JsonValue.Create(s))]);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
