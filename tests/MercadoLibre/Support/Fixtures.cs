namespace MeliBot.MercadoLibre.Tests;

/// <summary>Our own fixtures: made up, in the shapes that the platform documents.</summary>
internal static class Fixtures
{
    public const string Question =
        """
        {"id":11700000001,"seller_id":700001001,"buyer_id":200,"item_id":"MLA700000001","status":"UNANSWERED","text":"¿Hay stock?",
         "hold":false,"deleted_from_listing":false,"suspected_spam":false,"app_id":830,
         "date_created":"2026-01-02T03:04:05.746608612Z","last_updated":"2026-01-02T03:04:05.746608612Z","answer":null}
        """;

    public const string Notification =
        """
        {"_id":"5f0c","resource":"/questions/11700000001","user_id":700001001,"topic":"questions","application_id":1234567890123456,
         "attempts":1,"sent":"2026-08-25T08:02:46.044Z","received":"2026-08-25T08:02:45.909Z"}
        """;

    public const string Item =
        """
        {"id":"MLA700000001","site_id":"MLA","title":"Taladro 220V","seller_id":700001001,"price":1500.5,"currency_id":"ARS","available_quantity":3,
         "status":"active","condition":"new","shipping":{"mode":"me2","logistic_type":"cross_docking","free_shipping":true,"methods":null,"tags":[]},
         "seller_address":{"latitude":"","longitude":""},
         "variations":[{"id":15092589430,"available_quantity":3,"price":1500.5,"attribute_combinations":[{"id":null,"name":"Voltaje","value_id":null,"value_name":"220V"}]}]}
        """;

    public const string Claim =
        """
        {"id":5250000001,"resource":"order","resource_id":"2000007000000001","parent_id":null,"type":"mediations","stage":"claim","status":"opened","reason_id":"PDD9549",
         "fulfilled":true,"quantity_type":"total","claimed_quantity":1,"claim_version":2.0,
         "players":[{"role":"complainant","type":"buyer","user_id":200,"available_actions":[]},
           {"role":"respondent","type":"seller","user_id":700001001,"available_actions":[
             {"action":"send_message_to_complainant","mandatory":true,"due_date":"2026-03-06T22:33:00.000-04:00"},
             {"action":"refund","mandatory":false,"due_date":null},{"action":"novo_2027","mandatory":false}]}],
         "resolution":null,"site_id":"MLB","date_created":"2026-03-04T08:28:44.000-04:00","last_updated":"2026-03-04T08:30:00.000-04:00","related_entities":["return"]}
        """;
}
