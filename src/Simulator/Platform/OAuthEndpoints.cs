using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace MeliBot.Simulator;

/// <summary>The authorisation page and the token endpoint.</summary>
internal static class OAuthEndpoints
{
    public static void MapOAuth(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("/authorization", (HttpContext http) => Page(http, world));
        app.Post("/authorization", http => DecideAsync(http, world)).DisableAntiforgery();
        app.Post("/oauth/token", http => TokenAsync(http, world)).DisableAntiforgery();
    }

    private static IResult Page(HttpContext http, World world)
    {
        var query = http.Request.Query;
        if (Request.Read(name => query[name].ToString(), world) is not { } request) return Reply.Html(AuthorizationPage.CannotConnect(), 400);
        // For machines without a browser; the real page has nothing like it.
        if (query["auto"] == "1" && long.TryParse(query["user"], CultureInfo.InvariantCulture, out var id) && world.Registry.FindUser(id) is { } user)
        {
            return Redirect(Allow(world, request, user));
        }

        return Reply.Html(AuthorizationPage.Choose(request, world.Users.Where(u => u.Seller)));
    }

    private static async Task<IResult> DecideAsync(HttpContext http, World world)
    {
        var form = await http.Request.ReadFormAsync(CancellationToken.None);
        if (Request.Read(name => form[name].ToString(), world) is not { } request) return Reply.Html(AuthorizationPage.CannotConnect(), 400);
        if (form["decision"] != "allow") return Redirect(request.Return(("error", "access_denied")));
        return long.TryParse(form["user"], CultureInfo.InvariantCulture, out var id) && world.Registry.FindUser(id) is { } user
            ? Redirect(Allow(world, request, user))
            : Reply.Html(AuthorizationPage.CannotConnect(), 400);
    }

    private static string Allow(World world, Request request, WorldUser user)
    {
        // Only an owner or administrator can grant.
        if (user.OperatorOf is not null || !user.Seller) return request.Return(("error", "invalid_operator_user_id"));
        var code = world.Tokens.IssueCode(request.Application, user, request.RedirectUri, request.Challenge, request.Method);
        return request.Return(("code", code));
    }

    private static IResult Redirect(string url) => Results.Redirect(url);

    private static async Task<IResult> TokenAsync(HttpContext http, World world)
    {
        if (!http.Request.HasFormContentType) return Error("invalid_request", "The parameters must come as a form in the body", modern: true);
        var form = await http.Request.ReadFormAsync(CancellationToken.None);
        foreach (var field in form)
        {
            if (field.Value.Count > 1) return Error("invalid_request", $"{field.Key} is a duplicated parameter", modern: true);
        }

        var grant = form["grant_type"].ToString();
        if (grant.Length == 0) return Missing("grant_type");
        if (grant is not ("authorization_code" or "refresh_token")) return Error("unsupported_grant_type", "grant_type must be authorization_code or refresh_token", modern: true);
        if (form["client_id"].ToString().Length == 0) return Missing("client_id");
        if (form["client_secret"].ToString().Length == 0) return Missing("client_secret");
        if (!long.TryParse(form["client_id"], CultureInfo.InvariantCulture, out var id) || world.Registry.FindApplication(id) is not { } application)
        {
            return Error("invalid_client", "invalid client_id or client_secret", modern: false);
        }

        http.Items[CallPipeline.ApplicationItem] = application.Id;
        if (!application.Secrets.Contains(form["client_secret"].ToString(), StringComparer.Ordinal))
        {
            return Error("invalid_client", "invalid client_id or client_secret", modern: false);
        }

        if (application.Blocked) return Error("unauthorized_application", "The application is blocked", modern: false);
        TokenOutcome outcome;
        if (grant == "authorization_code")
        {
            if (form["code"].ToString().Length == 0) return Missing("code");
            if (form["redirect_uri"].ToString().Length == 0) return Missing("redirect_uri");
            outcome = world.Tokens.Exchange(application, form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"]);
        }
        else
        {
            if (form["refresh_token"].ToString().Length == 0) return Missing("refresh_token");
            outcome = world.Tokens.Refresh(application, form["refresh_token"].ToString());
        }

        if (outcome.Tokens is not { } tokens) return Error(outcome.Error!, outcome.Description!, modern: true);
        http.Items[CallPipeline.UserItem] = tokens.UserId;
        var body = new JsonObject
        {
            ["access_token"] = tokens.AccessToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = tokens.ExpiresIn,
            ["scope"] = tokens.Scope,
            ["user_id"] = tokens.UserId,
        };
        if (tokens.RefreshToken is not null) body["refresh_token"] = tokens.RefreshToken;
        return Reply.Ok(body);
    }

    private static IResult Missing(string name) => Error("invalid_request", $"{name} is a required parameter", modern: true);

    /// <summary>The text stands in <c>error_description</c> (newer) or in <c>message</c> (older).</summary>
    private static IResult Error(string error, string text, bool modern) => Reply.Ok(
        new JsonObject { [modern ? "error_description" : "message"] = text, ["error"] = error, ["status"] = 400, ["cause"] = new JsonArray() }, 400);

    /// <summary>What the authorisation address says, once it is known to be an application's own.</summary>
    internal sealed record Request(WorldApplication Application, string RedirectUri, string? State, string? Challenge, string? Method)
    {
        public static Request? Read(Func<string, string> value, World world)
        {
            if (value("response_type") != "code" || !long.TryParse(value("client_id"), CultureInfo.InvariantCulture, out var id)) return null;
            if (world.Registry.FindApplication(id) is not { Blocked: false } application) return null;
            var redirect = value("redirect_uri");
            if (redirect != application.RedirectUri) return null;
            var challenge = value("code_challenge") is { Length: > 0 } c ? c : null;
            var method = value("code_challenge_method") is { Length: > 0 } m ? m : "plain";
            if (challenge is not null && method is not ("S256" or "plain")) return null;
            return new(application, redirect, value("state") is { Length: > 0 } s ? s : null, challenge, challenge is null ? null : method);
        }

        public string Return(params (string Name, string Value)[] parts)
        {
            var values = parts.Select(p => KeyValuePair.Create(p.Name, (string?)p.Value)).ToList();
            if (State is not null) values.Add(new("state", State));
            return QueryHelpers.AddQueryString(RedirectUri, values);
        }
    }
}
