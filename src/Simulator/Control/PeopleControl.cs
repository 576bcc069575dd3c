namespace MeliBot.Simulator;

internal static class PeopleControl
{
    public static void MapPeople(this IEndpointRouteBuilder control, World world)
    {
        control.MapGet("/applications", () => ControlEndpoints.Json(world.Applications));
        control.Post("/applications", async http => ControlEndpoints.Json(world.CreateApplication(await http.BodyAsync<NewApplication>()), 201));
        control.MapPatch("/applications/{id:long}", async (HttpContext http, long id) => ControlEndpoints.Json(Change(world.Application(id), await http.BodyAsync<ApplicationChange>())));
        control.MapPost("/applications/{id:long}/subscribe", async (HttpContext http, long id) =>
        {
            var wish = await http.BodyAsync<SubscribeRequest>();
            world.Subscribe(id, wish.Callback, [.. wish.Topics ?? []]);
            return ControlEndpoints.Json(world.Application(id));
        });
        control.Post("/sellers", async http => ControlEndpoints.Json(world.CreateSeller(await http.BodyAsync<NewUser>()), 201));
        control.Post("/buyers", async http => ControlEndpoints.Json(world.CreateBuyer(await http.BodyAsync<NewUser>()), 201));
        control.MapGet("/users", () => ControlEndpoints.Json(world.Users));
        control.MapPost("/users/{id:long}/expire-tokens", (long id) =>
        {
            world.ExpireAccessTokens(id);
            return Results.NoContent();
        });
        control.MapPost("/users/{id:long}/documents", async (HttpContext http, long id) =>
        {
            world.User(id).OwesDocuments = (await http.BodyAsync<DocumentsRequest>()).Owed;
            return Results.NoContent();
        });
        control.MapGet("/grants", () => ControlEndpoints.Json(world.Grants));
        control.Post("/grants", async http =>
        {
            var wish = await http.BodyAsync<GrantRequest>();
            return ControlEndpoints.Json(world.Grant(wish.Application, wish.User), 201);
        });
        control.MapDelete("/grants/{application:long}/{user:long}", (long application, long user) =>
        {
            world.Revoke(application, user);
            return Results.NoContent();
        });
        control.Post("/blacklist", async http =>
        {
            var wish = await http.BodyAsync<BlacklistRequest>();
            if (wish.Listed) world.Blacklist(wish.Seller, wish.Buyer);
            else world.Unblacklist(wish.Seller, wish.Buyer);
            return Results.NoContent();
        });
    }

    private static WorldApplication Change(WorldApplication application, ApplicationChange change)
    {
        application.Secrets = change.Secrets ?? application.Secrets;
        application.Blocked = change.Blocked ?? application.Blocked;
        application.Pkce = change.Pkce ?? application.Pkce;
        application.OfflineAccess = change.OfflineAccess ?? application.OfflineAccess;
        application.WriteScope = change.WriteScope ?? application.WriteScope;
        application.Communication = change.Communication ?? application.Communication;
        application.Publishing = change.Publishing ?? application.Publishing;
        application.NoticeForm = change.NoticeForm ?? application.NoticeForm;
        return application;
    }
}
