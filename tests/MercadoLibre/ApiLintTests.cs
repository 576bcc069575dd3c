using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Refit;

namespace MeliBot.MercadoLibre.Tests;

/// <summary>The house rules of the API's interfaces and models, held by reflection.</summary>
public sealed partial class ApiLintTests
{
    private static readonly Type[] _apis =
        [.. typeof(IMercadoLibreClient).Assembly.GetTypes().Where(t => t.IsInterface && t.GetMethods().Any(m => Http(m) is not null)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static IEnumerable<MethodInfo> Methods => _apis.SelectMany(t => t.GetMethods());

    [Fact]
    public void The_calls_are_exactly_those_that_the_platform_documents() =>
        Methods.Select(m => $"{Http(m)!.Method} {Http(m)!.Path.Split('?')[0]}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "DELETE /questions/{question_id}",
            "DELETE /users/{user_id}/applications/{app_id}",
            "DELETE /users/{user_id}/questions_blacklist/{buyer_id}",
            "GET /applications/{app_id}",
            "GET /applications/{app_id}/grants",
            "GET /block-api/search/users/{user_id}",
            "GET /collections/{payment_id}",
            "GET /items",
            "GET /items/bulk",
            "GET /items/{item_id}",
            "GET /items/{item_id}/description",
            "GET /items/{item_id}/sale_price",
            "GET /items/{item_id}/shipping_options",
            "GET /messages/action_guide/packs/{pack_id}",
            "GET /messages/action_guide/packs/{pack_id}/caps_available",
            "GET /messages/packs/{pack_id}/sellers/{seller_id}",
            "GET /messages/packs/{pack_id}/sellers/{seller_id}",
            "GET /messages/unread",
            "GET /messages/{message_id}",
            "GET /missed_feeds",
            "GET /moderations/infractions/{user_id}",
            "GET /moderations/last_moderation/{question_id}-QUE",
            "GET /my/received_questions/search",
            "GET /orders/search",
            "GET /orders/{order_id}",
            "GET /packs/{pack_id}",
            "GET /post-purchase/v1/claims/reasons/{reason_id}",
            "GET /post-purchase/v1/claims/search",
            "GET /post-purchase/v1/claims/{claim_id}",
            "GET /post-purchase/v1/claims/{claim_id}/actions-history",
            "GET /post-purchase/v1/claims/{claim_id}/affects-reputation",
            "GET /post-purchase/v1/claims/{claim_id}/changes",
            "GET /post-purchase/v1/claims/{claim_id}/charges/return-cost",
            "GET /post-purchase/v1/claims/{claim_id}/detail",
            "GET /post-purchase/v1/claims/{claim_id}/evidences",
            "GET /post-purchase/v1/claims/{claim_id}/expected-resolutions",
            "GET /post-purchase/v1/claims/{claim_id}/messages",
            "GET /post-purchase/v1/claims/{claim_id}/partial-refund/available-offers",
            "GET /post-purchase/v1/claims/{claim_id}/status-history",
            "GET /post-purchase/v1/returns/reasons",
            "GET /post-purchase/v1/returns/{return_id}/reviews",
            "GET /post-purchase/v2/claims/{claim_id}/returns",
            "GET /questions/search",
            "GET /questions/{question_id}",
            "GET /shipments/{shipment_id}",
            "GET /shipments/{shipment_id}/carrier",
            "GET /shipments/{shipment_id}/history",
            "GET /shipments/{shipment_id}/items",
            "GET /shipments/{shipment_id}/sla",
            "GET /users",
            "GET /users/bulk",
            "GET /users/me",
            "GET /users/{user_id}",
            "GET /users/{user_id}/items/search",
            "GET /users/{user_id}/questions/response_time",
            "POST /answers",
            "POST /messages/action_guide/packs/{pack_id}/option",
            "POST /messages/packs/{pack_id}/sellers/{seller_id}",
            "POST /my/questions/hidden",
            "POST /oauth/token",
            "POST /post-purchase/v1/claims/{claim_id}/actions/evidences",
            "POST /post-purchase/v1/claims/{claim_id}/actions/open-dispute",
            "POST /post-purchase/v1/claims/{claim_id}/actions/send-message",
            "POST /post-purchase/v1/claims/{claim_id}/evidences",
            "POST /post-purchase/v1/claims/{claim_id}/expected-resolutions/allow-replace",
            "POST /post-purchase/v1/claims/{claim_id}/expected-resolutions/allow-return",
            "POST /post-purchase/v1/claims/{claim_id}/expected-resolutions/partial-refund",
            "POST /post-purchase/v1/claims/{claim_id}/expected-resolutions/refund",
            "POST /post-purchase/v1/returns/{return_id}/return-review",
            "POST /users/{user_id}/questions_blacklist",
        ]);

    [Fact]
    public void Every_method_is_one_call()
    {
        foreach (var method in Methods)
            Http(method).ShouldNotBeNull(Name(method));
    }

    [Fact]
    public void Every_method_ends_with_Async_and_returns_a_task()
    {
        foreach (var method in Methods)
        {
            method.Name.ShouldEndWith("Async", Case.Sensitive, Name(method));
            (method.ReturnType == typeof(Task) || method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)).ShouldBeTrue(Name(method));
        }
    }

    [Fact]
    public void The_cancellation_token_is_last_only_there_and_optional()
    {
        foreach (var method in Methods)
        {
            var parameters = method.GetParameters();
            parameters.Count(p => p.ParameterType == typeof(CancellationToken)).ShouldBe(1, Name(method));
            parameters[^1].ParameterType.ShouldBe(typeof(CancellationToken), Name(method));
            parameters[^1].HasDefaultValue.ShouldBeTrue(Name(method));
            parameters[^1].Name.ShouldBe("cancellationToken", Name(method));
        }
    }

    [Fact]
    public void Every_public_asynchronous_method_of_the_room_takes_its_cancellation_token_last()
    {
        var methods = typeof(IMercadoLibreClient).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal) && m.Name != "DisposeAsync");
        foreach (var method in methods)
            method.GetParameters().LastOrDefault()?.ParameterType.ShouldBe(typeof(CancellationToken), Name(method));
    }

    [Fact]
    public void Names_on_the_wire_are_snake_case()
    {
        foreach (var method in Methods)
        {
            foreach (var name in WireNames(method))
                name.ShouldMatch("^[a-z][a-z0-9]*([_.][a-z0-9]+)*$", Name(method));
        }
    }

    [Fact]
    public void Every_placeholder_of_a_path_has_its_parameter()
    {
        foreach (var method in Methods)
        {
            var placeholders = Placeholder().Matches(Http(method)!.Path).Select(m => m.Groups["name"].Value);
            foreach (var placeholder in placeholders)
                WireNames(method).ShouldContain(placeholder, Name(method));
        }
    }

    [Fact]
    public void A_query_object_can_leave_out_everything()
    {
        foreach (var property in Methods.SelectMany(m => m.GetParameters()).Where(p => p.GetCustomAttribute<QueryAttribute>() is not null).SelectMany(p => p.ParameterType.GetProperties()))
        {
            property.GetCustomAttribute<AliasAsAttribute>().ShouldNotBeNull(property.Name);
            (Nullable.GetUnderlyingType(property.PropertyType) is not null || property.PropertyType == typeof(string)).ShouldBeTrue(property.Name);
        }
    }

    [Fact]
    public void Reads_have_no_body_and_writes_no_query_object()
    {
        // The path alone says what is to be done.
        string[] bare = ["/open-dispute", "/refund", "/allow-return", "/allow-replace"];
        foreach (var method in Methods)
        {
            var write = Http(method)!.Method != HttpMethod.Get && Http(method)!.Method != HttpMethod.Delete;
            var body = write && !bare.Any(act => Http(method)!.Path.EndsWith(act, StringComparison.Ordinal));
            method.GetParameters().Any(p => p.GetCustomAttribute<BodyAttribute>() is not null).ShouldBe(body, Name(method));
        }
    }

    [Fact]
    public void Every_interface_is_reached_from_a_client()
    {
        var reachable = typeof(AccountClient).GetProperties().Select(p => p.PropertyType);
        _apis.Except([typeof(IOAuthApi)]).Except(reachable).ShouldBeEmpty();
    }

    [Fact]
    public void Every_model_is_known_to_the_serialiser_keeps_unknown_fields_and_demands_none()
    {
        var seen = new HashSet<Type>();
        foreach (var method in Methods.Where(m => m.ReturnType.IsGenericType))
            Check(method.ReturnType.GetGenericArguments()[0], seen);
        seen.Count.ShouldBeGreaterThan(30);
    }

    private static void Check(Type type, HashSet<Type> seen)
    {
        var info = MercadoLibreJson.Options.GetTypeInfo(type);
        if (type.Assembly == typeof(IMercadoLibreClient).Assembly)
            info.OriginatingResolver.ShouldBeAssignableTo<System.Text.Json.Serialization.JsonSerializerContext>($"{type.Name} isn't among the types of MercadoLibreJsonContext");
        if (info.Kind == JsonTypeInfoKind.Enumerable)
        {
            Check(info.ElementType!, seen);
            return;
        }

        if (info.Kind != JsonTypeInfoKind.Object || !seen.Add(type))
            return;
        info.Properties.ShouldContain(p => p.IsExtensionData, type.Name);
        foreach (var property in info.Properties.Where(p => !p.IsExtensionData))
        {
            property.IsRequired.ShouldBeFalse($"{type.Name}.{property.Name}");
            property.Name.ShouldMatch("^_?[a-z][a-z0-9]*(_[a-z0-9]+)*$", type.Name);
            Check(property.PropertyType, seen);
        }

        JsonSerializer.Deserialize(type == typeof(Question) ? """{"id":1}""" : "{}", type, MercadoLibreJson.Options).ShouldNotBeNull(type.Name);
    }

    private static IEnumerable<string> WireNames(MethodInfo method) =>
        method.GetParameters()
            .Where(p => p.ParameterType != typeof(CancellationToken) && p.GetCustomAttribute<BodyAttribute>() is null)
            .SelectMany(p => p.GetCustomAttribute<QueryAttribute>() is null
                ? [p.GetCustomAttribute<AliasAsAttribute>()?.Name ?? p.Name!]
                : p.ParameterType.GetProperties().Select(q => q.GetCustomAttribute<AliasAsAttribute>()?.Name ?? q.Name));

    private static HttpMethodAttribute? Http(MethodInfo method) => method.GetCustomAttribute<HttpMethodAttribute>();

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    [GeneratedRegex(@"\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
