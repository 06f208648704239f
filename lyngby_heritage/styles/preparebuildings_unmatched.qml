<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" readOnly="0" styleCategories="LayerConfiguration|Symbology|Labeling|Fields|Forms|MapTips" version="3.40.6">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="1" type="RuleRenderer">
  <rules key="rod">
   <rule filter="&quot;udfald&quot; = 'udeladt'" key="udeladt" label="Udeladt: gælder ikke efter BBR" symbol="0" />
   <rule filter="&quot;udfald&quot; = 'ikke_koblet' AND &quot;lag&quot; &lt;&gt; 'SAVE'" key="andet" label="Ikke koblet: fodaftryk, BBR eller etage" symbol="1" />
   <rule filter="&quot;udfald&quot; = 'ikke_koblet' AND &quot;lag&quot; = 'SAVE'" key="save" label="Ikke koblet: SAVE-række" symbol="2" />
   <rule filter="ELSE" key="ukendt" label="Andet" symbol="3" />
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="udeladt_0" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="231,230,226,255,rgb:0.90588235294117647,0.90196078431372551,0.88627450980392153,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="168,166,159,255,rgb:0.6588235294117647,0.65098039215686276,0.62352941176470589,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="5" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,1,0.7,1,2.2" />
      <Option name="size_unit" type="QString" value="RenderMetersInMapUnits" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="andet_0" locked="0" pass="1">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="square" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="74,106,138,255,rgb:0.29019607843137257,0.41568627450980394,0.54117647058823526,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="5" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,1,0.7,1,2.2" />
      <Option name="size_unit" type="QString" value="RenderMetersInMapUnits" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="save_0" locked="0" pass="2">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="201,141,94,255,rgb:0.78823529411764703,0.55294117647058827,0.36862745098039218,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="diamond" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="92,36,31,255,rgb:0.36078431372549019,0.14117647058823529,0.12156862745098039,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="5" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,1,0.7,1,2.2" />
      <Option name="size_unit" type="QString" value="RenderMetersInMapUnits" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="ukendt_0" locked="0" pass="3">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="200,0,200,255,rgb:0.78431372549019607,0,0.78431372549019607,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="90,0,90,255,rgb:0.35294117647058826,0,0.35294117647058826,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.2" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="5" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,1,0.7,1,2.2" />
      <Option name="size_unit" type="QString" value="RenderMetersInMapUnits" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <data-defined-properties>
   <Option type="Map">
    <Option name="name" type="QString" value="" />
    <Option name="properties" />
    <Option name="type" type="QString" value="collection" />
   </Option>
  </data-defined-properties>
 </renderer-v2>
 <selection mode="Default">
  <selectionColor invalid="1" />
 </selection>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <fieldConfiguration>
  <field configurationFlags="NoFlag" name="udfald">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Ikke koblet: nogen bør se på den" type="QString" value="ikke_koblet" />
       </Option>
       <Option type="Map">
        <Option name="Med, men med værdien fra det andet SAVE-lag" type="QString" value="afvigende" />
       </Option>
       <Option type="Map">
        <Option name="Udeladt: gælder ikke efter BBR" type="QString" value="udeladt" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="aarsag">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option name="IsMultiline" type="bool" value="true" />
      <Option name="UseHtml" type="bool" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="lag" index="0" name="Lag" />
  <alias field="raekke" index="1" name="Række" />
  <alias field="udfald" index="2" name="Udfald" />
  <alias field="aarsag" index="3" name="Årsag" />
  <alias field="bygning_id" index="4" name="Bygnings-id (BBR)" />
  <alias field="bbrnummer" index="5" name="BBR-nummer" />
  <alias field="fbb_id" index="6" name="FBB-id" />
  <alias field="save_vaerdi" index="7" name="SAVE-værdi" />
  <alias field="adresse" index="8" name="Adresse" />
  <alias field="ejendom_id" index="9" name="Ejendom (BFE)" />
 </aliases>
 <editorlayout>tablayout</editorlayout>
 <attributeEditorForm>
  <attributeEditorContainer collapsed="0" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" groupBox="0" horizontalStretch="0" name="Oplysninger" showLabel="1" type="Tab" verticalStretch="0" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField horizontalStretch="0" index="3" name="aarsag" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="0" name="lag" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="1" name="raekke" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="2" name="udfald" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="4" name="bygning_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="5" name="bbrnummer" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="6" name="fbb_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="7" name="save_vaerdi" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="8" name="adresse" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="9" name="ejendom_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
  </attributeEditorContainer>
 </attributeEditorForm>
 <labelOnTop>
  <field labelOnTop="1" name="aarsag" />
 </labelOnTop>
 <previewExpression>coalesce(nullif(to_string(attribute(@feature, 'adresse')), ''), nullif(to_string(attribute(@feature, 'navn')), ''), nullif(to_string(attribute(@feature, 'jordstykker')), ''), nullif(to_string(attribute(@feature, 'tema_navn')), ''), nullif(to_string(attribute(@feature, 'kilde')), ''), 'Bygning uden adresse (BBR ' || nullif(to_string(attribute(@feature, 'bbrnummer')), '') || ')', 'Bygning uden adresse (id ' || left(nullif(to_string(attribute(@feature, 'bygning_id')), ''), 8) || ')', nullif(to_string(attribute(@feature, 'objekt_id')), ''), nullif(to_string(attribute(@feature, 'ejendom_id')), ''), nullif(to_string(attribute(@feature, 'fra_id')), ''), 'Nr. ' || to_string(@id))</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family: sans-serif; max-width: 28em"&gt;
&lt;b&gt;[% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'lag')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') %], række [% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'raekke')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') %]&lt;/b&gt;
&lt;p style="margin: 0.3em 0"&gt;[% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'adresse')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') %]&lt;/p&gt;
&lt;p style="margin: 0.3em 0"&gt;[% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'aarsag')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') %]&lt;/p&gt;
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
